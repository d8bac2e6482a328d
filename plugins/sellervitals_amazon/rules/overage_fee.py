"""Overage fee: a month's average volume above the FBA capacity limit."""

from functools import partial

from sellervitals import plugin as sdk
from sellervitals_amazon.judging import capacity
from sellervitals_amazon.rates import overage
from sellervitals_amazon.sources import cite

nothing = partial(sdk.limit, must_be="at_most", fail="0")

RULE = sdk.Rule(
    id="amazon.overage-fee",
    title="FBA overage volume",
    why="Amazon charges every cubic foot above the capacity limit, as an average of the month's days.",
    metric="overage_volume",
    severity=sdk.Severity.MEDIUM,
    programme="FBA",
    evaluate=capacity.over,
    limits=(
        nothing(
            "2018-07-01",
            sites=("US",),
            source="overage-fee",
            announced="2018-07-01",
            note="Of 2018; its day is not published, storage limits began on 1 July. Since 2023 against the"
            " highest of the estimated and the confirmed limit.",
        ),
        nothing("2020-08-01", sites=("UK",), source="overage-fee-uk", announced="2020-08-01"),
    ),
    figures=overage.FIGURES,
    steps=(
        sdk.step("sell-slow", "low", "catalog", channel="FBA Inventory")(
            "Cut the price of, or advertise, the slowest items that take most space."
        ),
        sdk.step("remove", "medium", "operations", channel="FBA Inventory > Removal", days=0)(
            "Order the removal of the rest today: every further day above the limit raises the average."
        ),
        sdk.step("hold-inbound", "low", "operations", channel="Send to Amazon")(
            "Send nothing more of that storage type until it is under the limit."
        ),
        sdk.step("bid", "medium", "finance", channel="Capacity Manager")(
            "Compare the fee with a bid for more space in the Capacity Manager for the next month."
        ),
        sdk.step("book", "low", "finance")("Book the fee: it stays due for the days that have passed."),
    ),
    references=cite("overage-fee", "overage-fee-uk", "capacity-manager"),
    since="0.1",
)
