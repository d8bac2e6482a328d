"""Pre-order listings: their share among live listings."""

from sellervitals import plugin as sdk
from sellervitals_shopee.judging.period import judge
from sellervitals_shopee.limits.example import example
from sellervitals_shopee.remedies.pre_orders import STEPS
from sellervitals_shopee.sources import cite

RULE = sdk.Rule(
    id="shopee.pre-order-listing-rate",
    title="Share of pre-order listings",
    why="Too many days above the target bring penalty points and may lower the number of listings allowed.",
    metric="pre_order_listing_rate",
    severity=sdk.Severity.MEDIUM,
    evaluate=judge,
    limits=(example(must_be="at_most", fail=sdk.percent("5")),),
    steps=STEPS,
    references=cite("account-health"),
    since="0.1",
)
