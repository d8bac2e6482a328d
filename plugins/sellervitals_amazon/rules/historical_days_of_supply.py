"""Historical days of supply: what lay in stock against what was shipped a day, over 30 and 90 days."""

from sellervitals import plugin as sdk
from sellervitals_amazon.judging import supply
from sellervitals_amazon.sources import cite

RULE = sdk.Rule(
    id="amazon.historical-days-of-supply",
    title="Historical days of supply",
    why="Under 28 days over both 30 and 90 days Amazon charges the low-inventory-level fee on every unit.",
    metric=supply.METRIC,
    reads=(supply.METRIC,),
    severity=sdk.Severity.LOW,
    programme="FBA",
    ideal=supply.GOOD,
    evaluate=supply.judge,
    limits=(
        sdk.limit(
            "2024-04-01",
            sites=("US",),
            must_be="at_least",
            fail="28",
            warn="35",
            source="low-inventory-fee",
            announced="2024-04-01",
            note="Only if both windows are under it. 35 days as a working level come from a third party.",
        ),
    ),
    steps=(
        sdk.step("send-stock", "medium", "purchasing", channel="Send to Amazon")(
            "Send stock until the 30-day or the 90-day figure reaches 28: one of the two is enough."
        ),
        sdk.step("keep-35", "medium", "purchasing")("Plan with 35 days of supply as the working level."),
        sdk.step("smaller-lots", "high", "purchasing")("Send smaller lots, earlier: inbound does not count."),
        sdk.step("slow-sales", "low", "catalog")(
            "Raise the price or cut advertising while too little is in stock."
        ),
    ),
    references=cite("low-inventory-fee", "low-inventory-margin"),
    since="0.1",
)
