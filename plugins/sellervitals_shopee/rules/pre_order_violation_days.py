"""Days with too many pre-order listings: part of the pre-order rule, which counts it."""

from sellervitals import plugin as sdk
from sellervitals_shopee.judging.period import judge
from sellervitals_shopee.limits.example import example
from sellervitals_shopee.remedies.pre_orders import STEPS
from sellervitals_shopee.sources import cite

RULE = sdk.Rule(
    id="shopee.pre-order-violation-days",
    title="Days with too many pre-orders",
    why="Too many such days bring penalty points and may lower the number of listings allowed.",
    metric="pre_order_violation_days",
    severity=sdk.Severity.MEDIUM,
    evaluate=judge,
    limits=(example(must_be="below", fail="6"),),
    steps=STEPS,
    references=cite("account-health"),
    since="0.1",
)
