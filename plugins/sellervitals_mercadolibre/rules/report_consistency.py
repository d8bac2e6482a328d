"""Report consistency: statements inside the report that cannot both be true."""

from sellervitals import plugin as sdk
from sellervitals_mercadolibre.metrics import METRICS
from sellervitals_mercadolibre.sources import cite

RULE = sdk.Rule(
    id="mercadolibre.report-consistency",
    title="Report consistency",
    why="A report that contradicts itself makes false alarms and hides real ones.",
    reads=sdk.ALL_METRICS,
    severity=sdk.Severity.LOW,
    evaluate=sdk.consistency(METRICS),
    steps=(
        sdk.step("request-again", "low", "engineering", channel="GET /users/{id}", keep="both answers")(
            "Ask for the reputation again and see whether the contradiction is still there."
        ),
        sdk.step("compare-page", "low", "operations", channel="Reputation", keep="screenshot with date")(
            "Compare both numbers with the page on reputation and keep a screenshot of the right one."
        ),
        sdk.step("ask-support", "medium", "operations", channel="Help")(
            "Ask Mercado Libre with both numbers when the page shows the same contradiction."
        ),
    ),
    references=cite("reputation", "public-records"),
    since="0.1",
)
