"""Report consistency: statements inside the report that cannot both be true."""

from sellervitals import plugin as sdk
from sellervitals_amazon.metrics import METRICS
from sellervitals_amazon.sources import cite

RULE = sdk.Rule(
    id="amazon.report-consistency",
    title="Report consistency",
    why="A report that contradicts itself makes false alarms and hides real ones.",
    reads=sdk.ALL_METRICS,
    severity=sdk.Severity.LOW,
    evaluate=sdk.consistency(METRICS),
    steps=(
        sdk.step("request-again", "low", "engineering", channel="Reports API", keep="both reports")(
            "Request the report again and see whether the contradiction is still there."
        ),
        sdk.step("compare-page", "low", "operations", channel="Account Health", keep="screenshot with date")(
            "Compare both numbers with the Account Health page and keep a screenshot of the right one."
        ),
        sdk.step("ask-support", "medium", "operations", channel="Seller Central > Get help")(
            "Open a case with both numbers when the page shows the same contradiction."
        ),
    ),
    references=cite("report", "metrics"),
    since="0.1",
)
