"""Transactions with a defect: up to 4 of them never decide; above, their rate does."""

from sellervitals import plugin as sdk
from sellervitals_ebay.calendar import EVALUATION
from sellervitals_ebay.judging.standards import judge
from sellervitals_ebay.remedies.standards import APPEAL
from sellervitals_ebay.sources import cite
from sellervitals_ebay.standards import DEFECT_COUNT

RULE = sdk.Rule(
    id="ebay.transaction-defect-count",
    title="Transactions with a defect",
    why="From 5 different buyers with defects on the defect rate decides about Below Standard.",
    metric="transaction_defect_count",
    severity=sdk.Severity.MEDIUM,
    limits=DEFECT_COUNT,
    evaluate=judge,
    calendar=(EVALUATION,),
    steps=(
        sdk.step("count-buyers", "low", "operations", channel="Seller Hub > Performance", keep="the report")(
            "Count the different buyers in the defect report: several defects of one buyer count as one here."
        ),
        sdk.step("one-cause", "medium", "operations")(
            "Find the cause that most of the defects share, and remove that one first."
        ),
        APPEAL,
    ),
    references=cite("standards", "standards-global", "standards-us", "appeal"),
    since="0.1",
)
