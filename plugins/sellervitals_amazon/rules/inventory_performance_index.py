"""Inventory Performance Index: 0 to 1000 points for how FBA stock is managed."""

from decimal import Decimal

from sellervitals import plugin as sdk
from sellervitals_amazon.judging.inventory_index import BANDS, FACTORS, LIMITS, judge
from sellervitals_amazon.sources import cite

RULE = sdk.Rule(
    id="amazon.inventory-performance-index",
    title="Inventory Performance Index",
    why="Below the line Amazon gives less FBA capacity, and beyond capacity nothing can be sent in.",
    metric="inventory_performance_index",
    reads=tuple(FACTORS),
    severity=sdk.Severity.MEDIUM,
    programme="FBA",
    evaluate=judge,
    ideal=Decimal(800),  # as far above 400 points as 0 is below, so that the curve ends at 0 points
    limits=LIMITS,
    figures=BANDS,
    steps=(
        sdk.step("repair-stranded", "low", "catalog", channel="Inventory > Fix stranded inventory")(
            "Repair stranded listings: units without an offer move the index fastest."
        ),
        sdk.step("sell-excess", "medium", "catalog", channel="Inventory > FBA Inventory")(
            "Sell the excess: price cut with an end date, coupon, advertising, outlet; then clear the rest."
        ),
        sdk.step("stop-inbound", "low", "purchasing")("Stop every shipment of items that hardly sell."),
        sdk.step("restock-best", "medium", "purchasing")(
            "Restock the best sellers to 30 to 60 days of expected sales."
        ),
        sdk.step("remove-unfulfillable", "low", "operations")("Have unfulfillable units removed."),
        sdk.step("wait", "low", "management", keep="the index of each Monday")(
            "Note the index each Monday; it takes 8 to 12 weeks to move."
        ),
    ),
    references=cite(
        *dict.fromkeys(limit.source for limit in LIMITS),
        "inventory-index",
        "inventory-index-bands",
        "inventory-index-advice",
    ),
    since="0.1",
)
