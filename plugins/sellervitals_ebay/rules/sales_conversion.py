"""Sales conversion rate: transactions by listing views; eBay sets no standard."""

from sellervitals import plugin as sdk
from sellervitals_ebay.judging.trend import judge
from sellervitals_ebay.sources import cite

RULE = sdk.Rule(
    id="ebay.sales-conversion",
    title="Sales conversion",
    why="Listings that buyers open and leave cost rank and advertising; eBay sets no standard.",
    metric="sales_conversion_rate",
    severity=sdk.Severity.LOW,
    evaluate=judge,
    steps=(
        sdk.step("check-offer", "low", "catalog")(
            "Check price, shipping cost and delivery estimate of the weakest listings against their rivals."
        ),
        sdk.step("answer-doubts", "low", "catalog")(
            "Answer on the page what buyers ask by message: size, condition, what is in the box, returns."
        ),
        sdk.step("stock-and-variants", "low", "catalog")(
            "Look whether the variants that buyers want are out of stock."
        ),
        sdk.step("compare-again", "low", "management")(
            "Compare whole weeks with whole weeks before and after: single days say little."
        ),
    ),
    references=cite("analytics-schema"),
    since="0.1",
)
