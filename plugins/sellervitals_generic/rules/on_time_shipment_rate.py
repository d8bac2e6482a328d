"""On-time shipment rate: orders shipped by the day that was promised for it."""

from sellervitals import plugin as sdk
from sellervitals_generic.profiles import profiled
from sellervitals_generic.remedies.late_dispatch import STEPS

RULE = sdk.Rule(
    id="generic.on-time-shipment-rate",
    title="On-time shipment rate",
    why="Marketplaces rank late shippers lower, take their offers down, and suspend who goes on.",
    metric="on_time_shipment_rate",
    severity=sdk.Severity.HIGH,
    steps=STEPS,
    **profiled("on_time_shipment_rate"),
    since="0.1",
)
