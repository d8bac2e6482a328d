"""Customer satisfaction: Shopee's score of what buyers say after contact."""

from sellervitals import plugin as sdk
from sellervitals_shopee.judging.period import judge
from sellervitals_shopee.remedies.ratings import STEPS
from sellervitals_shopee.sources import cite

RULE = sdk.Rule(
    id="shopee.customer-satisfaction",
    title="Customer satisfaction",
    why="Shopee counts it among the shop's service metrics.",
    metric="customer_satisfaction",
    severity=sdk.Severity.LOW,
    evaluate=judge,
    steps=STEPS,
    references=cite("account-health"),
    since="0.1",
)
