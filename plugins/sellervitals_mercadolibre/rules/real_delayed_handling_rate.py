"""Delayed handling without the protection: an early warning of what counts when it ends."""

from sellervitals import plugin as sdk
from sellervitals_mercadolibre.remedies.dispatch import STEPS
from sellervitals_mercadolibre.sources import cite
from sellervitals_mercadolibre.thermometer import DELAYS, forecast

RULE = sdk.Rule(
    id="mercadolibre.real-delayed-handling-rate",
    title="Rate of delayed handling without the protection",
    why="What a protection leaves out counts again when it ends, and may take the colour at once.",
    metric=f"real_{DELAYS}",
    severity=sdk.Severity.MEDIUM,
    limits=forecast(DELAYS),
    steps=STEPS,
    references=cite("thermometer", "cross-border", "reputation"),
    since="0.1",
)
