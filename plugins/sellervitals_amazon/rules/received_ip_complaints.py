"""Received intellectual property complaints: a rights owner complained."""

from sellervitals import plugin as sdk
from sellervitals_amazon.judging.violations import NOTHING_OPEN, repeats
from sellervitals_amazon.remedies.ip_complaints import CAUSES
from sellervitals_amazon.sources import cite


def judge(case: sdk.Case) -> sdk.Verdict:
    """Nothing may be open; a counterfeit claim is the gravest kind."""
    verdict = sdk.compare(case)
    fakes = case.measurement.parts.get("counterfeit", 0) if case.measurement else 0
    if verdict.outcome is not sdk.Outcome.FAIL or not fakes:
        return verdict
    message = f"{verdict.message} Counterfeit is claimed in {fakes:,}, the gravest kind."
    return verdict._replace(message=message, severity=sdk.Severity.CRITICAL)


RULE = sdk.Rule(
    id="amazon.received-ip-complaints",
    title="Received IP complaints",
    why="Each takes the listing down and costs points; repeats and counterfeit claims can close the account.",
    metric="received_ip_complaints",
    severity=sdk.Severity.HIGH,
    evaluate=judge,
    limits=(NOTHING_OPEN,),
    figures=(repeats(value="5"),),
    steps=(
        sdk.step("name-the-right", "low", "compliance", channel="Account Health > Received IP complaints")(
            "Find out what is claimed: counterfeit, trademark, copyright or patent, and by whom."
        ),
        sdk.step("pull-offer", "low", "catalog", days=0)("Close the offer on each listing named, today."),
        sdk.step("ask-retraction", "medium", "compliance", keep="the owner's retraction")(
            "Write to the rights owner and ask for a retraction."
        ),
        sdk.step("appeal", "high", "compliance", keep="licence or authorisation, invoices, registry papers")(
            "Appeal with the authorisation; against a false claim take the legal counter-route."
        ),
        sdk.step("no-doubtful-notice", "low", "compliance")(
            "File no counter-notice with doubtful papers: false ones have led to suspension."
        ),
        sdk.step("remove-stock", "medium", "operations", keep="removal order")(
            "Where the claim is right, remove the stock."
        ),
        sdk.step("sister-asins", "medium", "catalog", keep="list of what was found and changed")(
            "Check the sister ASINs for the same before the owner does."
        ),
    ),
    causes=CAUSES,
    references=cite("report", "violations", "violation-repeats", "appeal"),
    since="0.1",
)
