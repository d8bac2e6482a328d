"""Warning states: Amazon's word for one kind of warning, such as marketing in buyer messages."""

from sellervitals import plugin as sdk
from sellervitals_amazon.documents.vocabulary import meaning
from sellervitals_amazon.sources import cite


def judge(case: sdk.Case) -> sdk.Verdict:
    """Judge the word; NONE means that Amazon gives no verdict, and a word nobody knows never passes."""
    word = f"{case.value or ''}"
    kind = (case.measurement.segment if case.measurement else None) or "a warning"
    says = f"Warning state: Amazon says {word:.60} for {kind:.60}"
    known, good = meaning(word)
    if good is not None:
        return sdk.Verdict(sdk.Outcome.PASS if good else sdk.Outcome.FAIL, f"{says}.")
    if sdk.folded(word) in {"", "NONE"}:
        return sdk.Verdict(sdk.Outcome.NO_DATA, f"{says}, which is no verdict.")
    unknown = "" if known else ", which is no known word; look in Seller Central what it means"
    return sdk.Verdict(sdk.Outcome.WARN, f"{says}{unknown}.")


RULE = sdk.Rule(
    id="amazon.warning-state",
    title="Warning state",
    why="Amazon has warned the seller; going on after a warning puts the account at risk.",
    metric="warning_state",
    severity=sdk.Severity.MEDIUM,
    evaluate=judge,
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
