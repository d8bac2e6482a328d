"""Mercado Libre's own word for the account, mirrored: the colour, with the medal beside it."""

from __future__ import annotations

from sellervitals import plugin as sdk
from sellervitals_mercadolibre.metrics import COLOURS

_SPOKEN = {
    "5_green": "Green",
    "4_light_green": "Light green",
    "3_yellow": "Yellow",
    "2_orange": "Orange",
    "1_red": "Red",
}


def level(snapshot: sdk.Snapshot) -> sdk.Level | None:
    """Read the colour off a snapshot; None while there is none.

    ``name`` is the word as written. Of several ways of shipping, each with a colour of its own, the worst
    counts; a word that nobody knows is worse than any.
    """
    colours = [each for each in snapshot.of("level") if each.value is not None]
    if not colours:
        return None
    worst = max(colours, key=lambda each: (_rank(each), each.segment or ""))
    medals = {each.segment: f"{each.value}" for each in snapshot.of("leader_status")}
    ordered = sorted(colours, key=lambda each: (each is not worst, each.segment or ""))
    display = ", ".join(_read_out(each, medals.get(each.segment), len(colours) > 1) for each in ordered)
    return sdk.Level(f"{worst.value}", display, worst.source)


def _rank(measurement: sdk.Measurement) -> int:
    word = f"{measurement.value}"
    return COLOURS.index(word) if word in COLOURS else len(COLOURS)


def _read_out(measurement: sdk.Measurement, medal: str | None, several: bool) -> str:  # noqa: FBT001
    """``Green with MercadoLíder Gold (remote)``."""
    word = f"{measurement.value}"
    says = _SPOKEN.get(word, word)
    if medal is not None:
        says += " with MercadoLíder" if medal == "silver" else f" with MercadoLíder {medal.capitalize()}"
    return f"{says} ({measurement.segment})" if several and measurement.segment else says
