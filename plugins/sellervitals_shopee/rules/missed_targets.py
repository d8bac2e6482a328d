"""Missed targets: Shopee's own count by group, beside the metrics of its list that miss theirs."""

from sellervitals import plugin as sdk
from sellervitals_shopee.judging.missed_targets import READS, judge
from sellervitals_shopee.sources import cite

RULE = sdk.Rule(
    id="shopee.missed-targets",
    title="Missed targets",
    why="Where Shopee counts other misses than its list shows, a metric is missing here or was read wrongly.",
    metric="failed_metrics",
    reads=READS,
    severity=sdk.Severity.LOW,
    evaluate=judge,
    steps=(
        sdk.step("compare-page", "low", "operations", channel="Seller Centre > Account Health")(
            "Compare the list with the page and note which metric it shows as missed."
        ),
        sdk.step("look-at-ignored", "low", "engineering")(
            "Look under ignored for metrics with a number that is not known here."
        ),
        sdk.step("fetch-again", "low", "engineering", channel="get_shop_performance", keep="both answers")(
            "Fetch the answer again and see whether the difference is still there."
        ),
    ),
    references=cite("account-health"),
    since="0.1",
)
