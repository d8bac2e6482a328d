"""Cases closed without seller resolution: Money Back Guarantee cases that eBay decided for the buyer."""

from sellervitals import plugin as sdk
from sellervitals_ebay.calendar import EVALUATION
from sellervitals_ebay.judging.standards import judge
from sellervitals_ebay.remedies.standards import APPEAL
from sellervitals_ebay.sources import cite
from sellervitals_ebay.standards import CASES, LADDER

RULE = sdk.Rule(
    id="ebay.cases-closed-without-resolution",
    title="Cases closed without seller resolution",
    why="With more than 2 cases and more than 0.3 % of the sales the account is Below Standard.",
    metric="cases_closed_without_resolution_rate",
    severity=sdk.Severity.CRITICAL,
    limits=CASES,
    ladder=LADDER,
    evaluate=judge,
    calendar=(EVALUATION,),
    minimum_sample=334,  # fewer sales cannot bear a single case; their number decides there
    steps=(
        sdk.step("answer-today", "low", "operations", channel="Resolution Center", days=0)(
            "List all open requests by their deadline and answer every one today."
        ),
        sdk.step("settle-first", "medium", "operations", channel="Resolution Center", days=1)(
            "Refund or replace before eBay steps in: a request that you settle is no case."
        ),
        sdk.step(
            "upload-proof", "low", "operations", keep="proof of delivery, with signature where it was dear"
        )("Upload the proof of delivery in the case itself while it is open."),
        sdk.step("daily-owner", "low", "management")("Give one person the list of open requests every day."),
        sdk.step("accept-small-returns", "medium", "operations", channel="Return preferences")(
            "Let returns of low value be accepted and refunded automatically."
        ),
        APPEAL,
    ),
    references=cite("standards", "standards-global", "standards-us", "appeal"),
    since="0.1",
)
