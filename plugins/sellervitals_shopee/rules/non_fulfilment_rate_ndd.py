"""Non-fulfilment rate of orders with next-day delivery."""

from sellervitals import plugin as sdk
from sellervitals_shopee.judging.period import judge
from sellervitals_shopee.remedies.cancellations import CAUSE as CANCELLED
from sellervitals_shopee.remedies.cancellations import GENERAL
from sellervitals_shopee.remedies.returns import CAUSE as RETURNED
from sellervitals_shopee.sources import cite

RULE = sdk.Rule(
    id="shopee.non-fulfilment-rate-ndd",
    title="Non-fulfilment rate, next-day orders",
    why="Missing it brings penalty points of a type of its own.",
    metric="non_fulfilment_rate_ndd",
    severity=sdk.Severity.MEDIUM,
    programme="Next-day delivery",
    evaluate=judge,
    causes={"cancellation_rate_ndd": CANCELLED, "return_refund_rate_ndd": RETURNED},
    steps=GENERAL,
    references=cite("account-health"),
    since="0.1",
)
