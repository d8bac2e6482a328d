"""Number of cases closed without seller resolution: up to 2 never decide; above, their rate does."""

from sellervitals import plugin as sdk
from sellervitals_ebay.calendar import EVALUATION
from sellervitals_ebay.judging.standards import judge
from sellervitals_ebay.remedies.standards import APPEAL
from sellervitals_ebay.sources import cite
from sellervitals_ebay.standards import CASE_COUNT

RULE = sdk.Rule(
    id="ebay.cases-closed-without-resolution-count",
    title="Number of cases closed without seller resolution",
    why="From the third case on their rate decides about Below Standard.",
    metric="cases_closed_without_resolution_count",
    severity=sdk.Severity.MEDIUM,
    limits=CASE_COUNT,
    evaluate=judge,
    calendar=(EVALUATION,),
    steps=(
        sdk.step("read-the-cases", "low", "operations", channel="Resolution Center", keep="the decisions")(
            "Read why eBay decided each case for the buyer: no answer, no tracking, or no refund in time."
        ),
        sdk.step("close-the-gap", "medium", "operations")(
            "Close the gap that most of them share, such as days on which nobody looks at requests."
        ),
        APPEAL,
    ),
    references=cite("standards", "standards-global", "standards-us", "appeal"),
    since="0.1",
)
