"""Order refusal rate: sales that the seller refused, or did not confirm in time."""

from sellervitals import plugin as sdk
from sellervitals_generic.profiles import profiled
from sellervitals_generic.remedies.order_acceptance import STEPS

RULE = sdk.Rule(
    id="generic.order-refusal-rate",
    title="Order refusal rate",
    why="Buyers lose a sale that they counted on, and the marketplace takes the offers down.",
    metric="order_refusal_rate",
    severity=sdk.Severity.HIGH,
    steps=STEPS,
    **profiled("order_refusal_rate"),
    since="0.1",
)
