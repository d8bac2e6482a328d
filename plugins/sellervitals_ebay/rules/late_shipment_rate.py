"""Late shipment rate: sales that arrived late without a scan inside the handling time."""

from sellervitals import plugin as sdk
from sellervitals_ebay.calendar import EVALUATION
from sellervitals_ebay.judging.standards import judge
from sellervitals_ebay.remedies.standards import APPEAL
from sellervitals_ebay.sources import cite
from sellervitals_ebay.standards import LATE

RULE = sdk.Rule(
    id="ebay.late-shipment-rate",
    title="Late shipment rate",
    why="Late shipments cost Top Rated; outside the US program too many also end in Below Standard.",
    metric="late_shipment_rate",
    severity=sdk.Severity.HIGH,
    limits=LATE,
    evaluate=judge,
    calendar=(EVALUATION,),
    minimum_sample=34,  # fewer sales cannot bear a single late one; their number decides there
    steps=(
        sdk.step("find-without-scan", "low", "operations", channel="Late shipment report", days=0)(
            "Find the orders that had no carrier scan inside the handling time, by carrier and by weekday."
        ),
        sdk.step("acceptance-scans", "medium", "operations", keep="manifests and counter receipts")(
            "Ask the carrier for acceptance scans: a manifest at pick-up, or a receipt at the counter."
        ),
        sdk.step("honest-handling-time", "low", "catalog", channel="Shipping preferences")(
            "Lengthen the handling time or move the cut-off to what you keep on a bad day."
        ),
        sdk.step("time-away", "low", "operations", channel="Time away")(
            "Set time away before closures and holidays, not after them."
        ),
        sdk.step("drop-slow-services", "medium", "catalog")(
            "Take services out of the offer that keep arriving after their estimate."
        ),
        APPEAL,
    ),
    references=cite(
        "standards-us", "standards-india", "standards-australia", "standards-uk-2018", "standards", "appeal"
    ),
    since="0.1",
)
