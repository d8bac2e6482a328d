"""Late shipment rate: orders shipped, or ready to be shipped, after the day that was promised for it."""

from sellervitals import plugin as sdk
from sellervitals_generic.profiles import profiled
from sellervitals_generic.remedies.late_dispatch import STEPS

RULE = sdk.Rule(
    id="generic.late-shipment-rate",
    title="Late shipment rate",
    why="Marketplaces rank late shippers lower, take their offers down, and suspend who goes on.",
    metric="late_shipment_rate",
    severity=sdk.Severity.HIGH,
    steps=STEPS,
    **profiled("late_shipment_rate"),
    since="0.1",
)
