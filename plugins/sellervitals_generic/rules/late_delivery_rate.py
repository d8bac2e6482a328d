"""Late delivery rate: orders delivered after the day that was promised."""

from sellervitals import plugin as sdk
from sellervitals_generic.profiles import profiled
from sellervitals_generic.remedies.late_delivery import STEPS

RULE = sdk.Rule(
    id="generic.late-delivery-rate",
    title="Late delivery rate",
    why="Late deliveries cost ranking and badges first, and the right to sell when they last.",
    metric="late_delivery_rate",
    severity=sdk.Severity.HIGH,
    steps=STEPS,
    **profiled("late_delivery_rate"),
    since="0.1",
)
