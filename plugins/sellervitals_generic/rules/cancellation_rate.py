"""Cancellation rate: orders that the seller cancelled, or that were cancelled by the seller's fault."""

from sellervitals import plugin as sdk
from sellervitals_generic.profiles import profiled
from sellervitals_generic.remedies.cancellation_stock import STEPS

RULE = sdk.Rule(
    id="generic.cancellation-rate",
    title="Cancellation rate",
    why="Marketplaces fine cancellations by the seller, take offers down for them, and suspend who goes on.",
    metric="cancellation_rate",
    severity=sdk.Severity.HIGH,
    steps=STEPS,
    **profiled("cancellation_rate"),
    since="0.1",
)
