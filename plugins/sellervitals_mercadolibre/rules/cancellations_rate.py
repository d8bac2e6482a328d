"""Cancellations: sales that the seller cancelled."""

from sellervitals import plugin as sdk
from sellervitals_mercadolibre.ladders import REPUTATION
from sellervitals_mercadolibre.remedies.cancellations import STEPS
from sellervitals_mercadolibre.sources import cite
from sellervitals_mercadolibre.thermometer import CANCELLATIONS, GREEN

RULE = sdk.Rule(
    id="mercadolibre.cancellations-rate",
    title="Rate of cancellations by the seller",
    why="The worst of three rates sets the colour, and beyond green the listings are shown less.",
    metric=CANCELLATIONS,
    severity=sdk.Severity.MEDIUM,
    ladder=REPUTATION,
    limits=GREEN[CANCELLATIONS],
    steps=STEPS,
    references=cite("thermometer", "cross-border", "reputation"),
    since="0.1",
)
