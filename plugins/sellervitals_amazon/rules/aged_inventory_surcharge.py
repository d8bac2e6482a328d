"""Aged-inventory surcharge: units that the snapshot on the 15th of the month will charge."""

from sellervitals import plugin as sdk
from sellervitals_amazon.judging import charged
from sellervitals_amazon.rates import aged_inventory
from sellervitals_amazon.sources import cite

RULE = sdk.Rule(
    id="amazon.aged-inventory-surcharge",
    title="Units under the aged-inventory surcharge",
    why="Amazon charges stock older than 180 days every month, on top of its storage fee.",
    metric="surcharged_units",
    severity=sdk.Severity.MEDIUM,
    programme="FBA",
    evaluate=charged.judge,
    limits=(
        sdk.limit(
            "2023-04-15",
            sites=("US",),
            must_be="at_most",
            fail="0",
            trust="reported",
            source="aged-surcharge",
            announced="2023-04-15",
            note="Every unit is charged, so one is enough; Amazon's own planning report has columns for it."
            " From 181 to 270 days clothes, shoes, bags, jewellery and watches are free.",
        ),
    ),
    figures=aged_inventory.FIGURES,
    steps=(
        sdk.step("list", "low", "operations", channel="FBA Inventory > Inventory age")(
            "List the items that pass 180, 270, 365 or 455 days before the 15th."
        ),
        sdk.step("sell", "low", "catalog", channel="FBA Inventory")(
            "Sell first: price cut with an end date, coupon, advertising, Outlet deal."
        ),
        sdk.step("compare", "medium", "finance")(
            "Compare the surcharge of the months it would still lie with the price cut and the removal fee."
        ),
        sdk.step("clear", "medium", "operations", channel="FBA Inventory > Removal")(
            "Liquidate or remove before the 15th what will not sell in time."
        ),
        sdk.step("automatic-removal", "low", "operations", channel="FBA settings")(
            "Switch on automatic removal of what is older than 365 days."
        ),
        sdk.step("smaller-lots", "medium", "purchasing")("Order smaller lots of what grew old."),
    ),
    references=cite(
        "aged-surcharge",
        "storage-2023",
        "aged-surcharge-2026",
        "aged-surcharge-avoiding",
        "fee-card",
    ),
    since="0.1",
)
