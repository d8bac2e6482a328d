"""Valid tracking rate: parcels with a tracking number that the carrier knows."""

from sellervitals import plugin as sdk
from sellervitals_generic.profiles import profiled
from sellervitals_generic.remedies.tracking import STEPS

RULE = sdk.Rule(
    id="generic.valid-tracking-rate",
    title="Valid tracking rate",
    why="Without valid tracking claims go to the buyer, and the seller may lose the right to ship.",
    metric="valid_tracking_rate",
    severity=sdk.Severity.HIGH,
    steps=STEPS,
    **profiled("valid_tracking_rate"),
    since="0.1",
)
