"""Cancellations without the protection: an early warning of what counts when it ends."""

from sellervitals import plugin as sdk
from sellervitals_mercadolibre.remedies.cancellations import STEPS
from sellervitals_mercadolibre.sources import cite
from sellervitals_mercadolibre.thermometer import CANCELLATIONS, forecast

RULE = sdk.Rule(
    id="mercadolibre.real-cancellations-rate",
    title="Rate of cancellations without the protection",
    why="What a protection leaves out counts again when it ends, and may take the colour at once.",
    metric=f"real_{CANCELLATIONS}",
    severity=sdk.Severity.MEDIUM,
    limits=forecast(CANCELLATIONS),
    steps=STEPS,
    references=cite("thermometer", "cross-border", "reputation"),
    since="0.1",
)
