"""The colours that the rates would give, by the same table as their limits; shown beside the real one.

Light green is none of them: it has no bounds of its own and is only lent.
"""

from __future__ import annotations

from sellervitals import plugin as sdk
from sellervitals_mercadolibre.metrics import LOGISTICS
from sellervitals_mercadolibre.sources import cite
from sellervitals_mercadolibre.thermometer import GREEN, ORANGE, YELLOW


def _rungs(prefix: str = "") -> tuple[sdk.Rung, ...]:
    """The colours, best first, by the rates or by those without a protection: the worst of three decides."""
    green, yellow, orange = (
        {f"{prefix}{metric}": limits for metric, limits in colour.items()}
        for colour in (GREEN, YELLOW, ORANGE)
    )
    return (
        sdk.Rung("5_green", title="Green", needs=green),
        sdk.Rung(
            "3_yellow",
            title="Yellow",
            needs=yellow,
            severity=sdk.Severity.MEDIUM,
            says="This is the yellow band.",
        ),
        sdk.Rung(
            "2_orange",
            title="Orange",
            needs=orange,
            severity=sdk.Severity.CRITICAL,
            says="This is the orange band, one from the worst.",
        ),
        sdk.Rung(
            "1_red",
            title="Red",
            severity=sdk.Severity.CRITICAL,
            says="This is the red band, the worst.",
        ),
    )


_SOURCES = cite("thermometer", "cross-border")

REPUTATION = sdk.Ladder(
    id="reputation", title="Colour by the rates", metric="level", rungs=_rungs(), references=_SOURCES
)
ACROSS_BORDERS = sdk.Ladder(
    id="cross_border_reputation",
    title="Colour by the rates, as an undated page for cross-border sellers has it",
    metric="level",
    segments=LOGISTICS,
    rungs=_rungs(),
    references=_SOURCES,
)
WITHOUT_PROTECTION = sdk.Ladder(
    id="reputation_without_protection",
    title="Colour by the rates without the protection",
    segments=(None, *LOGISTICS),
    rungs=_rungs("real_"),
    references=_SOURCES,
)

GOALS = (sdk.Goal(id="green", title="Green by the rates", needs=GREEN, references=_SOURCES),)
"""Green by the rates that count; each ladder has a green of its own."""

LADDERS = (REPUTATION, ACROSS_BORDERS, WITHOUT_PROTECTION)
