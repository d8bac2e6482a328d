"""Cases behind a metric: the orders and listings to work through; the metric itself is judged elsewhere."""

from sellervitals import plugin as sdk
from sellervitals_shopee.judging.affected import judge
from sellervitals_shopee.limits.nothing_open import NOTHING_OPEN
from sellervitals_shopee.remedies.listing_violations import CAUSES
from sellervitals_shopee.sources import cite

RULE = sdk.Rule(
    id="shopee.affected-cases",
    title="Cases behind a metric",
    why="They are what the metric is made of, and what an appeal must speak of.",
    metric="affected_cases",
    severity=sdk.Severity.LOW,
    evaluate=judge,
    limits=(NOTHING_OPEN,),
    causes=CAUSES,
    steps=(
        sdk.step("fetch-all-pages", "low", "engineering", channel="get_metric_source_detail")(
            "Fetch every page of the details, 100 entries at a time."
        ),
        sdk.step("sort-by-reason", "low", "operations")("Sort the cases by reason and by item."),
        sdk.step("stop-top-reason", "medium", "operations")(
            "Stop the most frequent reason first: no stock, late handover, wrong item, damage."
        ),
        sdk.step("dispute-not-yours", "medium", "compliance", keep="scans, chats and notices of each case")(
            "Dispute cases in which logistics, weather or the buyer was at fault, each with its proof."
        ),
    ),
    references=cite("account-health"),
    since="0.1",
)
