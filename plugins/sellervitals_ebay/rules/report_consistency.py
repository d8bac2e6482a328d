"""Report consistency: statements inside the documents that cannot both be true."""

from sellervitals import plugin as sdk
from sellervitals_ebay.metrics import METRICS
from sellervitals_ebay.sources import cite

RULE = sdk.Rule(
    id="ebay.report-consistency",
    title="Report consistency",
    why="A report that contradicts itself makes false alarms and hides real ones.",
    reads=sdk.ALL_METRICS,
    severity=sdk.Severity.LOW,
    evaluate=sdk.consistency(METRICS),
    steps=(
        sdk.step("call-again", "low", "engineering", channel="Sell Analytics API", keep="both answers")(
            "Call the API again and see whether the contradiction is still there."
        ),
        sdk.step("compare-dashboard", "low", "operations", channel="Seller Hub > Performance")(
            "Compare both numbers with the dashboard and keep a screenshot of the right one."
        ),
        sdk.step("ask-ebay", "medium", "operations", channel="Seller Help")(
            "Ask eBay with both numbers when the dashboard shows the same contradiction."
        ),
    ),
    references=cite("analytics-schema", "standards-metric"),
    since="0.1",
)
