"""Products of poor quality: listings with such a record."""

from sellervitals import plugin as sdk
from sellervitals_shopee.judging.period import judge
from sellervitals_shopee.remedies.returns import STEPS
from sellervitals_shopee.sources import cite

RULE = sdk.Rule(
    id="shopee.poor-quality-products",
    title="Products of poor quality",
    why="They bring penalty points of a type of their own.",
    metric="poor_quality_products",
    severity=sdk.Severity.MEDIUM,
    evaluate=judge,
    steps=STEPS,
    references=cite("account-health"),
    since="0.1",
)
