"""Warning states: Amazon's word for one kind of warning, such as marketing in buyer messages."""

from sellervitals import plugin as sdk
from sellervitals_amazon.documents.vocabulary import BAD, GOOD
from sellervitals_amazon.sources import cite

RULE = sdk.Rule(
    id="amazon.warning-state",
    title="Warning state",
    why="Amazon has warned the seller; going on after a warning puts the account at risk.",
    metric="warning_state",
    severity=sdk.Severity.MEDIUM,
    words=(
        *(sdk.word(each, "pass") for each in GOOD),
        *(sdk.word(each, "fail") for each in BAD),
        sdk.word("FAIR", "warn", says="It stands between good and at risk."),
        sdk.word("NONE", "no_data", says="That is no verdict."),
    ),
    steps=(
        sdk.step("stop-marketing", "low", "customer_service", days=0)(
            "Stop what the warning names; for messaging that is all marketing and talk of reviews."
        ),
        sdk.step("review-templates", "medium", "customer_service", keep="the corrected templates")(
            "Go through every template and tool that writes to buyers."
        ),
        sdk.step("orders-only", "low", "customer_service")(
            "Write to buyers only about their orders and their questions."
        ),
    ),
    references=cite("report", "violations"),
    since="0.1",
)
