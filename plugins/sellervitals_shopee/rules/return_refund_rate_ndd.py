"""Return and refund rate of next-day orders: part of their non-fulfilment rate, which counts it."""

from sellervitals import plugin as sdk
from sellervitals_shopee.judging.period import judge
from sellervitals_shopee.remedies.returns import STEPS
from sellervitals_shopee.sources import cite

RULE = sdk.Rule(
    id="shopee.return-refund-rate-ndd",
    title="Return and refund rate, next-day orders",
    why="It is part of the non-fulfilment rate of next-day orders.",
    metric="return_refund_rate_ndd",
    severity=sdk.Severity.LOW,
    programme="Next-day delivery",
    evaluate=judge,
    steps=STEPS,
    references=cite("account-health"),
    since="0.1",
)
