"""Inventory aging: units that may cross an age line, and so a dearer rate, within 30 days."""

from sellervitals import plugin as sdk
from sellervitals_amazon.sources import cite

RULE = sdk.Rule(
    id="amazon.inventory-aging",
    title="Units that may cross an age line",
    why="Past 180, 270, 365 and 455 days in stock the aged-inventory surcharge begins or rises.",
    metric="aging_units",
    severity=sdk.Severity.LOW,
    programme="FBA",
    limits=(
        sdk.limit(
            "2023-04-15",
            sites=("US",),
            must_be="below",
            warn="1",
            trust="suggested",
            source="aged-surcharge",
            announced="2023-04-15",
            note="A suggestion: no marketplace text sets a line. The 455 days count since 2026.",
        ),
    ),
    steps=(
        sdk.step("look-up-ages", "low", "operations", channel="FBA Inventory > Inventory age")(
            "Look up the exact ages of the items named: the report tells them in bands only."
        ),
        sdk.step("sell", "low", "catalog", channel="FBA Inventory")(
            "Sell first: price cut with an end date, coupon, advertising."
        ),
        sdk.step("stop-inbound", "low", "purchasing", channel="Send to Amazon")(
            "Send no more of them: the oldest units count as sold first, so new ones only wait longer."
        ),
        sdk.step("clear", "medium", "operations", channel="FBA Inventory > Removal")(
            "Remove what will not sell before the 15th after it crosses the line."
        ),
    ),
    references=cite("aged-surcharge"),
    since="0.1",
)
