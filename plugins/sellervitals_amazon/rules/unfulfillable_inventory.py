"""Unfulfillable inventory: units at FBA that can be neither sold nor shipped."""

from sellervitals import plugin as sdk
from sellervitals_amazon.sources import cite

RULE = sdk.Rule(
    id="amazon.unfulfillable-inventory",
    title="Unfulfillable inventory",
    why="Unfulfillable units take up capacity and cost storage, and nobody can buy them.",
    metric="unfulfillable_units",
    severity=sdk.Severity.LOW,
    programme="FBA",
    limits=(
        sdk.limit(
            "2018-07-01",
            must_be="at_most",
            fail="0",
            source="inventory-index",
            trust="suggested",
            announced="2018-07-01",
            note="Amazon publishes no figure; every unit takes up room and sells nothing.",
        ),
    ),
    steps=(
        sdk.step("reasons", "low", "operations", channel="Inventory > FBA Inventory")(
            "Sort the units by reason: damaged, returned, defective or expired."
        ),
        sdk.step("remove", "low", "operations", channel="Removal order")(
            "Have them removed, or disposed of where their return costs more than they are worth."
        ),
        sdk.step("automatic", "low", "operations", channel="Settings > Fulfillment by Amazon")(
            "Switch on the automatic removal of unfulfillable stock."
        ),
        sdk.step("mend-the-cause", "medium", "purchasing")(
            "Mend what made them so: packing, supplier, shelf life or a page that promises too much."
        ),
    ),
    references=cite("inventory-index", "inventory-report"),
    since="0.1",
)
