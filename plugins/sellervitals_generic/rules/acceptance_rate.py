"""Order acceptance rate: orders that the seller accepted."""

from sellervitals import plugin as sdk
from sellervitals_generic.profiles import profiled
from sellervitals_generic.remedies.order_acceptance import STEPS

RULE = sdk.Rule(
    id="generic.acceptance-rate",
    title="Order acceptance rate",
    why="Orders that are not accepted are lost to the marketplace, which closes shops for it.",
    metric="acceptance_rate",
    severity=sdk.Severity.HIGH,
    steps=STEPS,
    **profiled("acceptance_rate"),
    since="0.1",
)
