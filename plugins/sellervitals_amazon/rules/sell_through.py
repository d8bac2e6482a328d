"""Sell-through: units shipped in 90 days by the average units on hand."""

from decimal import Decimal

from sellervitals import plugin as sdk
from sellervitals_amazon.sources import cite

RULE = sdk.Rule(
    id="amazon.sell-through",
    title="Sell-through",
    why="Stock that turns slowly lowers the Inventory Performance Index and ages into surcharges.",
    metric="sell_through_rate",
    severity=sdk.Severity.LOW,
    programme="FBA",
    ideal=Decimal("1.5"),  # 60 days of sales on hand, the upper end of what Amazon advises
    limits=(
        sdk.limit(
            "2018-07-01",
            must_be="at_least",
            fail=sdk.percent("100"),
            source="inventory-index",
            trust="suggested",
            announced="2018-07-01",
            note="Amazon publishes no figure for the rate; below 100 % the stock lasts longer than the 90"
            " days at which Amazon's own excess begins.",
        ),
    ),
    steps=(
        sdk.step("stop-the-slowest", "low", "purchasing")(
            "Stop inbound for the slowest fifth of the items, and sell it off first."
        ),
        sdk.step("mend-the-middle", "medium", "catalog")(
            "For the items in between mend title, pictures, price and advertising."
        ),
        sdk.step("smaller-shipments", "medium", "purchasing")("Send less at a time, and more often."),
        sdk.step("buffer", "high", "purchasing")(
            "Keep the buffer in a warehouse of your own or in Amazon Warehousing and Distribution."
        ),
    ),
    references=cite("inventory-index", "inventory-report"),
    since="0.1",
)
