"""Reorder due: SKUs that Amazon asks to reorder now, while there are still units to sell."""

from sellervitals import plugin as sdk
from sellervitals_amazon.judging.stock import NONE_IN_TROUBLE
from sellervitals_amazon.sources import cite

RULE = sdk.Rule(
    id="amazon.reorder-due",
    title="Reorder due",
    why="What is not on its way in time runs out of stock.",
    metric="reorder_skus",
    severity=sdk.Severity.LOW,
    programme="FBA",
    limits=(NONE_IN_TROUBLE,),
    steps=(
        sdk.step("ship-by-date", "medium", "purchasing", channel="Restock inventory")(
            "Ship the recommended units by the recommended date, the SKUs with the fewest days first."
        ),
        sdk.step("check-demand", "low", "purchasing")(
            "Check the recommended quantity against your own forecast before a large order."
        ),
        sdk.step("slow-sales", "low", "management")(
            "Where goods cannot come in time, advertise less or raise the price until they do."
        ),
    ),
    references=cite("inventory-index", "report-types"),
    since="0.1",
)
