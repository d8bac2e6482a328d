"""On-time delivery rate: orders delivered, or first brought to the door, by the time that was promised."""

from sellervitals import plugin as sdk
from sellervitals_generic.profiles import profiled
from sellervitals_generic.remedies.late_delivery import STEPS

RULE = sdk.Rule(
    id="generic.on-time-delivery-rate",
    title="On-time delivery rate",
    why="Late deliveries cost ranking and badges first, and the right to sell when they last.",
    metric="on_time_delivery_rate",
    severity=sdk.Severity.HIGH,
    steps=STEPS,
    **profiled("on_time_delivery_rate"),
    since="0.1",
)
