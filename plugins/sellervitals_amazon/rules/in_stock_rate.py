"""In-stock rate: how much of the recent sales falls on items that are in stock."""

from sellervitals import plugin as sdk
from sellervitals_amazon.judging.inventory_index import THREE_FACTORS
from sellervitals_amazon.sites import SITES
from sellervitals_amazon.sources import cite

STORES = tuple(site for site in SITES if site not in THREE_FACTORS)

RULE = sdk.Rule(
    id="amazon.in-stock-rate",
    title="In-stock rate",
    why="Items that run out lose sales and rank, and lower the Inventory Performance Index.",
    metric="in_stock_rate",
    severity=sdk.Severity.LOW,
    programme="FBA",
    sites=STORES,
    limits=(
        sdk.limit(
            "2018-07-01",
            must_be="at_least",
            fail=sdk.percent("90"),
            sites=STORES,
            source="inventory-index",
            trust="suggested",
            announced="2018-07-01",
            note="Amazon publishes no figure; 90 % is a proposal. Canada and India have no such factor.",
        ),
    ),
    steps=(
        sdk.step("restock", "medium", "purchasing", channel="Inventory > Restock")(
            "Send the best sellers that have run out first, and see that open shipments are received."
        ),
        sdk.step("reorder-points", "medium", "purchasing")(
            "Set reorder points from the lead time plus a safety stock."
        ),
        sdk.step("before-peaks", "medium", "purchasing")(
            "Before a peak split large shipments, and send them early."
        ),
        sdk.step("not-replenished", "low", "catalog", channel="Inventory > Restock")(
            "Mark the items that you will not replenish: they leave the rate."
        ),
        sdk.step("own-offer", "low", "operations")("Keep an offer that you ship yourself as a fallback."),
    ),
    references=cite("inventory-index", "inventory-report"),
    since="0.1",
)
