"""How eBay's forecast stands beside what is in force: a segment of its own, under one name."""

PROJECTED = "projected"
"""The segment of a forecast; what is in force has none."""

FORECAST = {
    PROJECTED: "The evaluated figure is in force until the next 20th and looks back from the last evaluation;"
    " the projected one is today's forecast of the next evaluation and looks back from there."
}
"""Why the two differ."""


def segment_of(part: str | None, *, projected: bool) -> str | None:
    """Name a segment: a category or region, or nothing, with the word ``projected`` before a forecast."""
    if not projected:
        return part
    return PROJECTED if part is None else f"{PROJECTED} {part}"


def is_projected(segment: str | None) -> bool:
    """Say whether a segment is a forecast."""
    return segment is not None and segment.split(" ", 1)[0] == PROJECTED
