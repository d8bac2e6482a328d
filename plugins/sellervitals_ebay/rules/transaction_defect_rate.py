"""Transaction defect rate: sales that the seller cancelled, or whose case eBay decided for the buyer."""

from sellervitals import plugin as sdk
from sellervitals_ebay.calendar import EVALUATION
from sellervitals_ebay.judging.standards import judge
from sellervitals_ebay.remedies.standards import APPEAL, COUNT_CLEAN_SALES
from sellervitals_ebay.sources import cite
from sellervitals_ebay.standards import DEFECTS, LADDER

RULE = sdk.Rule(
    id="ebay.transaction-defect-rate",
    title="Transaction defect rate",
    why="Over 2 % with defects from 5 or more buyers the account is Below Standard.",
    metric="transaction_defect_rate",
    severity=sdk.Severity.CRITICAL,
    limits=DEFECTS,
    ladder=LADDER,
    evaluate=judge,
    calendar=(EVALUATION,),
    minimum_sample=50,  # fewer sales cannot bear a single defect; the number of buyers decides there
    steps=(
        sdk.step(
            "split-the-report",
            "low",
            "operations",
            channel="Seller Hub > Performance",
            days=0,
            keep="the report",
        )("Download the transaction defect report and split it: your cancellations, and cases lost."),
        sdk.step("out-of-stock-option", "low", "catalog", channel="Site preferences", days=1)(
            "Switch on the out-of-stock option, synchronise stock between channels and hold back a few units."
        ),
        sdk.step("true-reason", "low", "operations")(
            "Cancel with the true reason: that the buyer asked or did not pay is no defect, where it is true."
        ),
        sdk.step("honest-handling-time", "low", "catalog")(
            "Add handling days to items that take long to get ready."
        ),
        sdk.step("pause-worst", "low", "catalog")(
            "Pause the listings with most cancellations until somebody has counted their stock."
        ),
        APPEAL,
        COUNT_CLEAN_SALES,
    ),
    references=cite("standards", "standards-global", "standards-us", "appeal"),
    since="0.1",
)
