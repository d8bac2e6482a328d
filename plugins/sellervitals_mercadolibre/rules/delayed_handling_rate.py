"""Delayed handling: shipments handed over late."""

from sellervitals import plugin as sdk
from sellervitals_mercadolibre.ladders import REPUTATION
from sellervitals_mercadolibre.remedies.dispatch import STEPS
from sellervitals_mercadolibre.sources import cite
from sellervitals_mercadolibre.thermometer import DELAYS, GREEN

RULE = sdk.Rule(
    id="mercadolibre.delayed-handling-rate",
    title="Rate of delayed handling",
    why="The worst of three rates sets the colour, and beyond green the listings are shown less.",
    metric=DELAYS,
    severity=sdk.Severity.MEDIUM,
    ladder=REPUTATION,
    limits=GREEN[DELAYS],
    steps=STEPS,
    references=cite("thermometer", "cross-border", "reputation"),
    since="0.1",
)
