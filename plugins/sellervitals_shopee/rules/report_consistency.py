"""Report consistency: statements inside an answer that cannot both be true."""

from sellervitals import plugin as sdk
from sellervitals_shopee.metrics import METRICS
from sellervitals_shopee.sources import cite

RULE = sdk.Rule(
    id="shopee.report-consistency",
    title="Report consistency",
    why="An answer that contradicts itself makes false alarms and hides real ones.",
    reads=sdk.ALL_METRICS,
    severity=sdk.Severity.LOW,
    evaluate=sdk.consistency(METRICS),
    steps=(
        sdk.step("fetch-again", "low", "engineering", keep="both answers")(
            "Fetch the answer again and see whether the contradiction is still there."
        ),
        sdk.step("compare-page", "low", "operations", channel="Seller Centre > Account Health")(
            "Compare both numbers with the page and keep a screenshot of the right one."
        ),
        sdk.step("ask-support", "medium", "operations", channel="Shopee Open Platform > Ticket")(
            "Ask Shopee with both numbers when the page shows the same contradiction."
        ),
    ),
    references=cite("account-health"),
    since="0.1",
)
