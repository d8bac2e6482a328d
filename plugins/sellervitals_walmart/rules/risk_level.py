"""Risk level: Walmart's own word for each of its standards."""

from sellervitals import plugin as sdk
from sellervitals_walmart.sources import cite
from sellervitals_walmart.standards import KEEP_PROOF
from sellervitals_walmart.words import RISK_SPELLINGS, Risk

_OUTCOMES = {
    Risk.GOOD: ("pass", None, "Walmart lists the metric as good."),
    Risk.MONITOR: ("warn", "medium", "Walmart wants the metric watched."),
    Risk.URGENT: (
        "fail",
        "critical",
        "Walmart calls the metric urgent: listings and the account are at stake.",
    ),
}

RULE = sdk.Rule(
    id="walmart.risk-level",
    title="Risk level",
    why="Metrics that Walmart calls urgent are followed by listings taken down, then by suspension.",
    metric="risk_level",
    severity=sdk.Severity.CRITICAL,
    words=tuple(
        sdk.word(spelling, outcome, severity=severity, says=says)
        for risk, (outcome, severity, says) in _OUTCOMES.items()
        for spelling in RISK_SPELLINGS[risk]
    ),
    steps=(
        KEEP_PROOF,
        sdk.step("read-metric", "low", "management", channel="Seller Center > Performance", days=1)(
            "Open the metric that the segment names and read its drivers and recommendations."
        ),
        sdk.step("work-its-steps", "high", "operations", days=2, keep="what was done, and when")(
            "Work through the steps of the finding on that metric, the largest driver first."
        ),
        sdk.step("write-the-plan", "medium", "management", keep="figures before and after")(
            "Have a business plan of action ready: the cause, what is done, how it stays so, with figures."
        ),
        sdk.step("watch-daily", "low", "operations")(
            "Look at the metric every day, as Walmart does, until it says GOOD again."
        ),
    ),
    references=cite("updates", "standards", "appeal"),
    since="0.1",
)
