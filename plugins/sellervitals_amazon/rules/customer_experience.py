"""Customer experience health: Amazon's word for one offer in Voice of the Customer."""

from decimal import Decimal

from sellervitals import plugin as sdk
from sellervitals_amazon.sources import cite


def judge(case: sdk.Case) -> sdk.Verdict:
    """Pass Excellent and Good; Fair is next to Poor; what may be closed fails; unknown words never pass."""
    word = f"{case.value or ''}"
    says = f"{case.subject}: Amazon says {word:.60}"
    if word in {"Excellent", "Good"}:
        return sdk.Verdict(sdk.Outcome.PASS, f"{says}.")
    if word == "Fair":
        message = f"{says}, one step above Poor; that this warns is a suggestion, Fair has no consequence."
        return sdk.Verdict(sdk.Outcome.WARN, message)
    if word == "Poor":
        return sdk.Verdict(sdk.Outcome.FAIL, f"{says}: the offer may be closed.")
    if word == "Very poor":
        message = f"{says}: the offer may be closed already."
        return sdk.Verdict(sdk.Outcome.FAIL, message, health=Decimal(0))
    return sdk.Verdict(sdk.Outcome.WARN, f"{says}, which is no known word; look in Seller Central.")


RULE = sdk.Rule(
    id="amazon.customer-experience",
    title="Customer experience health",
    why="Amazon may close an offer rated Poor and may have closed one rated Very poor already.",
    metric="customer_experience_health",
    severity=sdk.Severity.MEDIUM,
    evaluate=judge,
    steps=(
        sdk.step("read-comments", "low", "catalog", channel="Voice of the Customer", keep="the comments")(
            "Read the buyers' comments on the offer and sort them by reason."
        ),
        sdk.step("mend-page", "medium", "catalog")(
            "Put right what the page promises wrongly: text, size chart, images, compatibility."
        ),
        sdk.step("inspect-stock", "high", "operations", keep="photos and counts of the sample")(
            "Inspect a sample of the stock and pull a bad batch before it is sold."
        ),
        sdk.step("better-packaging", "medium", "operations")(
            "Pack better where the comments speak of damage."
        ),
        sdk.step("resolve-issue", "low", "catalog", channel="Voice of the Customer")(
            "Bring a closed offer back with 'Resolve issue', once the cause is gone."
        ),
    ),
    references=cite("customer-experience", "customer-experience-levels"),
    since="0.1",
)
