"""False dispatch rate: orders reported as shipped before the carrier had them."""

from sellervitals import plugin as sdk
from sellervitals_generic.profiles import profiled
from sellervitals_generic.remedies.early_confirmation import STEPS

RULE = sdk.Rule(
    id="generic.false-dispatch-rate",
    title="False dispatch rate",
    why="A shipment that is confirmed and does not happen counts as a deception, and is fined.",
    metric="false_dispatch_rate",
    severity=sdk.Severity.HIGH,
    steps=STEPS,
    **profiled("false_dispatch_rate"),
    since="0.1",
)
