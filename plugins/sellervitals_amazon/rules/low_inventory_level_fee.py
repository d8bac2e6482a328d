"""Low-inventory-level fee: SKUs that Amazon charges per unit because too little of them was in stock."""

from functools import partial

from sellervitals import plugin as sdk
from sellervitals_amazon.judging import charged
from sellervitals_amazon.rates import low_inventory
from sellervitals_amazon.sources import cite

_SEEN = (
    "A new Professional seller's first 365 days, FBA New Selection and 70 % supply from AWD are exempt,"
    " which no report column shows beside Amazon's own exemption flag."
)
fails = partial(sdk.limit, sites=("US",), must_be="at_most", fail="0")

RULE = sdk.Rule(
    id="amazon.low-inventory-level-fee",
    title="SKUs under the low-inventory-level fee",
    why="Amazon charges every unit shipped while both days of supply are under 28.",
    metric="low_inventory_fee_skus",
    severity=sdk.Severity.MEDIUM,
    programme="FBA",
    evaluate=charged.judge,
    limits=(
        sdk.limit(
            "2024-04-01",
            sites=("US",),
            must_be="below",
            warn="1",
            trust="reported",
            warn_trust="reported",
            source="low-inventory-credit",
            announced="2024-04-01",
            note="Charged and credited back until 14 May 2024. Standard size, by parent product.",
        ),
        fails("2024-05-15", source="low-inventory-fee", announced="2024-05-15", note=_SEEN),
        fails(
            "2026-01-15",
            source="low-inventory-fee-2026",
            trust="reported",
            announced="2026-01-15",
            note=f"By FNSKU, bulky sizes too, groceries exempt. {_SEEN}",
        ),
    ),
    figures=low_inventory.FIGURES,
    steps=(
        sdk.step("send-stock", "medium", "purchasing", channel="FBA Inventory > Restock")(
            "Send what each item lacks: raising its 30-day or its 90-day figure to 28 ends the fee."
        ),
        sdk.step("slow-sales", "low", "catalog")("Raise its price or cut its advertising until it arrives."),
        sdk.step("smaller-lots", "high", "purchasing")("Send smaller lots, earlier: inbound does not count."),
        sdk.step("keep-35", "medium", "purchasing")("Plan with 35 days of supply as the working level."),
        sdk.step("upstream", "high", "operations", channel="Amazon Warehousing and Distribution")(
            "Let AWD refill at least 70 % of an item over 90 days, which exempts it."
        ),
    ),
    references=cite("low-inventory-fee", "low-inventory-fee-2026", "low-inventory-credit", "fee-card"),
    since="0.1",
)
