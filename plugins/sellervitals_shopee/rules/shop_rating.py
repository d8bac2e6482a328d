"""Shop rating: the mean of the buyers' ratings."""

from decimal import Decimal

from sellervitals import plugin as sdk
from sellervitals_shopee.judging.period import judge
from sellervitals_shopee.limits.example import example
from sellervitals_shopee.remedies.ratings import STEPS
from sellervitals_shopee.sources import cite

RULE = sdk.Rule(
    id="shopee.shop-rating",
    title="Shop rating",
    why="Buyers see it, and Shopee counts it among the shop's service metrics.",
    metric="shop_rating",
    severity=sdk.Severity.MEDIUM,
    evaluate=judge,
    limits=(example(must_be="at_least", fail="4.5"),),
    ideal=Decimal(5),
    steps=STEPS,
    references=cite("account-health"),
    since="0.1",
)
