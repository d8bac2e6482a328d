"""Stranded inventory: stock at FBA that no buyer can order, by the reason that Amazon gives."""

from sellervitals import plugin as sdk
from sellervitals_amazon.documents import stranding
from sellervitals_amazon.judging.stock import NONE_IN_TROUBLE
from sellervitals_amazon.sources import cite

PAGE = "Seller Central > Fix stranded inventory"

RULE = sdk.Rule(
    id="amazon.stranded-inventory",
    title="Stranded inventory",
    why="It costs storage, lowers the Inventory Performance Index and is removed or disposed of in the end.",
    metric="stranded_units",
    severity=sdk.Severity.MEDIUM,
    programme="FBA",
    limits=(NONE_IN_TROUBLE,),
    steps=(
        sdk.step("by-removal-date", "low", "operations", channel=PAGE)(
            "Work through the items in the order of their auto-removal dates, the nearest first."
        ),
        sdk.step("repair-offer", "medium", "catalog", channel=PAGE)(
            "Relist or repair every offer as its stranded reason asks, with the same SKU, ASIN and condition."
        ),
        sdk.step("automatic-action", "low", "operations", channel="FBA settings > Stranded inventory")(
            "Switch on automatic action for stranded stock, so that new cases are relisted by themselves."
        ),
        sdk.step(
            "remove-rest", "medium", "operations", channel="Manage FBA inventory", keep="removal orders"
        )("Order the removal of what cannot be sold, before Amazon's own removal date."),
    ),
    causes={
        stranding.COMPLIANCE: (
            sdk.step("answer-compliance", "high", "compliance", keep="the documents and the case number")(
                "Answer the compliance request that closed the offer, with the documents it asks for."
            ),
        ),
        stranding.PRICE: (
            sdk.step("correct-price", "low", "catalog")("Correct prices outside their minimum and maximum."),
        ),
    },
    references=cite("inventory-index", "report-types"),
    since="0.1",
)
