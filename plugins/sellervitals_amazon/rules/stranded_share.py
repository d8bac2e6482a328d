"""Stranded share: the part of the stock at FBA that no buyer can order."""

from sellervitals import plugin as sdk
from sellervitals_amazon.sources import cite

RULE = sdk.Rule(
    id="amazon.stranded-share",
    title="Stranded share",
    why="It is one of the factors of the Inventory Performance Index, and the fastest to repair.",
    metric="stranded_share",
    severity=sdk.Severity.MEDIUM,
    programme="FBA",
    limits=(
        sdk.limit(
            "2018-07-01",
            announced="2018-07-01",
            must_be="at_most",
            fail=sdk.percent("0"),
            trust="suggested",
            source="inventory-index",
            note="Amazon publishes no figure for this factor; none is this table's proposal, from the day of"
            " the first index threshold. Its own first day is not published.",
        ),
    ),
    steps=(
        sdk.step("list-stranded", "low", "operations", channel="Seller Central > Fix stranded inventory")(
            "Download the stranded report and sort it by fulfillable units."
        ),
        sdk.step("largest-first", "medium", "catalog")(
            "Relist or repair the largest items first: they move the share most."
        ),
        sdk.step("remove-rest", "medium", "operations", channel="Manage FBA inventory")(
            "Order the removal of what cannot be sold."
        ),
        sdk.step("weekly-check", "low", "operations")(
            "Look at the stranded page every week; the index is worked out anew each week."
        ),
    ),
    references=cite("inventory-index", "report-types"),
    since="0.1",
)
