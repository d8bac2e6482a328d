"""Order defect rate: orders with bad feedback, a claim that was granted, or a chargeback."""

from sellervitals import plugin as sdk
from sellervitals_generic.profiles import profiled
from sellervitals_generic.remedies.returns_claims import STEPS

RULE = sdk.Rule(
    id="generic.order-defect-rate",
    title="Order defect rate",
    why="Bad feedback, granted claims and chargebacks together are what marketplaces end accounts for.",
    metric="order_defect_rate",
    severity=sdk.Severity.CRITICAL,
    steps=STEPS,
    **profiled("order_defect_rate"),
    since="0.1",
)
