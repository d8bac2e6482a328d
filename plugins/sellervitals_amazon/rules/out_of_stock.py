"""Out of stock: SKUs that sell but have no units left at FBA, by Amazon's own alert."""

from sellervitals import plugin as sdk
from sellervitals_amazon.judging.stock import NONE_IN_TROUBLE
from sellervitals_amazon.sources import cite


def judge(case: sdk.Case) -> sdk.Verdict:
    """Compare, and say what these SKUs sold for, where the report does."""
    verdict, counted = sdk.compare(case), case.measurement
    money = counted.breakdown.money if counted and counted.breakdown else None
    if money is None or not verdict.outcome.open:
        return verdict
    sold = f"Their sales of the last 30 days, {money.amount:,} {money.currency}, stand still"
    return verdict._replace(message=f"{verdict.message} {sold}.")


RULE = sdk.Rule(
    id="amazon.out-of-stock",
    title="Out of stock",
    why="Their sales stand still, and the in-stock rate is a factor of the Inventory Performance Index.",
    metric="out_of_stock_skus",
    severity=sdk.Severity.MEDIUM,
    evaluate=judge,
    programme="FBA",
    limits=(NONE_IN_TROUBLE,),
    steps=(
        sdk.step("send-best-sellers", "medium", "purchasing", channel="Restock inventory")(
            "Send in the recommended units, beginning with the SKUs that sold most in the last 30 days."
        ),
        sdk.step("own-offer", "low", "catalog")(
            "Where you hold units yourself, open an offer that you fulfil until FBA has stock again."
        ),
        sdk.step("not-replenished", "low", "catalog", channel="Restock inventory")(
            "Mark what you will not sell again as not to be replenished."
        ),
        sdk.step("reorder-points", "medium", "purchasing")(
            "Set a reorder point per SKU out of its lead time and a safety stock."
        ),
        sdk.step("split-for-peaks", "medium", "purchasing")(
            "Split large shipments and send the first part early before a peak."
        ),
    ),
    references=cite("inventory-index", "report-types"),
    since="0.1",
)
