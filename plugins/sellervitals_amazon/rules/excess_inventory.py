"""Excess inventory: units beyond 90 days of demand, as Amazon estimates them."""

from decimal import Decimal

from sellervitals import plugin as sdk
from sellervitals_amazon.sources import cite


def judge(case: sdk.Case) -> sdk.Verdict:
    """Compare; a warning's health falls from 0.9, for hardly any excess, to one half, for nothing else."""
    verdict, share = sdk.compare(case), case.value
    if verdict.outcome is not sdk.Outcome.WARN or not isinstance(share, sdk.Rate):
        return verdict
    return verdict._replace(health=round(Decimal("0.9") - Decimal("0.4") * share.decimal(), 4))


RULE = sdk.Rule(
    id="amazon.excess-inventory",
    title="Excess inventory",
    why="Excess costs storage every month, ages into surcharges and lowers the Inventory Performance Index.",
    metric="excess_inventory_share",
    severity=sdk.Severity.LOW,
    programme="FBA",
    evaluate=judge,
    limits=(
        sdk.limit(
            "2018-07-01",
            must_be="at_most",
            fail=sdk.percent("0"),
            source="inventory-index",
            trust="suggested",
            announced="2018-07-01",
            note="Amazon publishes no figure for the share; any unit that it calls excess is worth a look.",
        ),
    ),
    steps=(
        sdk.step("recommended-action", "low", "catalog", channel="Inventory > FBA Inventory")(
            "Take Amazon's recommended action for each SKU in excess, worst first."
        ),
        sdk.step("price-cut", "low", "catalog", channel="Sale price")(
            "Cut the price with an end date, and watch whether the days of supply fall."
        ),
        sdk.step("promote", "medium", "catalog")("Advertise it, bundle it or give a coupon."),
        sdk.step("clear", "medium", "operations", channel="Removal order")(
            "Liquidate or remove what still does not sell before it reaches the next age step."
        ),
        sdk.step("forecast", "high", "purchasing")("Correct the forecast that ordered it."),
    ),
    references=cite("inventory-index", "inventory-report"),
    since="0.1",
)
