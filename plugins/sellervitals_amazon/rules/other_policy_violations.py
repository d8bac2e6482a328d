"""Other policy violations: whatever no other category holds, such as the code of conduct."""

from sellervitals import plugin as sdk
from sellervitals_amazon.judging.violations import NOTHING_OPEN
from sellervitals_amazon.sources import cite

RULE = sdk.Rule(
    id="amazon.other-policy-violations",
    title="Other policy violations",
    why="Each open one costs Account Health points; how many depends on the policy broken.",
    metric="other_policy_violations",
    severity=sdk.Severity.MEDIUM,
    limits=(NOTHING_OPEN,),
    steps=(
        sdk.step("read-policy", "low", "compliance", channel="Account Health > Other policy violations")(
            "Read which policy each violation names and quote it in all that you write."
        ),
        sdk.step("stop", "low", "operations", days=0)(
            "Stop what broke it today, on every listing and in every message."
        ),
        sdk.step("answer", "medium", "compliance", keep="what the notice asks for")(
            "Appeal where it is offered; pure warnings need none and leave the page after 180 days."
        ),
    ),
    references=cite("report", "violations", "appeal"),
    since="0.1",
)
