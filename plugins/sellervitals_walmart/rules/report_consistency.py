"""Report consistency: statements inside the report that cannot both be true."""

from sellervitals import plugin as sdk
from sellervitals_walmart.metrics import METRICS
from sellervitals_walmart.sources import cite

RULE = sdk.Rule(
    id="walmart.report-consistency",
    title="Report consistency",
    why="A report that contradicts itself makes false alarms and hides real ones.",
    reads=sdk.ALL_METRICS,
    severity=sdk.Severity.LOW,
    evaluate=sdk.consistency(METRICS),
    steps=(
        sdk.step("request-again", "low", "engineering", channel="Insights API", keep="both responses")(
            "Fetch the summary again after a day, when Walmart has refreshed its data."
        ),
        sdk.step(
            "compare-page", "low", "operations", channel="Seller Center > Performance", keep="a screenshot"
        )("Compare the rate, the standard and the risk level with the page in Seller Center."),
        sdk.step("ask-support", "medium", "operations", channel="Seller Center > Help")(
            "Open a case with the response when the page shows the same contradiction."
        ),
    ),
    references=cite("api", "updates"),
    since="0.1",
)
