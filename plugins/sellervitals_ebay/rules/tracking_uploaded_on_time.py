"""Tracking uploaded on time and validated: needed for Top Rated in the US program, and for nothing else."""

from sellervitals import plugin as sdk
from sellervitals_ebay.calendar import EVALUATION
from sellervitals_ebay.judging.standards import judge
from sellervitals_ebay.sources import cite
from sellervitals_ebay.standards import TRACKING

RULE = sdk.Rule(
    id="ebay.tracking-uploaded-on-time",
    title="Tracking uploaded on time and validated",
    why="Under 95 % of the US sales the account cannot be Top Rated; it never ends in Below Standard.",
    metric="tracking_uploaded_on_time_rate",
    severity=sdk.Severity.MEDIUM,
    limits=TRACKING,
    evaluate=judge,
    calendar=(EVALUATION,),
    minimum_sample=20,  # fewer sales cannot bear one without tracking
    steps=(
        sdk.step("labels-on-ebay", "low", "operations", channel="Seller Hub > Orders")(
            "Buy labels through eBay, or upload the number when the parcel is packed."
        ),
        sdk.step("check-format", "low", "engineering")(
            "Check that the carrier's name and the format of the numbers are those that eBay validates."
        ),
        sdk.step("drop-untracked", "medium", "catalog")("Take services without tracking out of the offer."),
        sdk.step("chase-unscanned", "low", "operations", days=1)(
            "Look every day for numbers without a scan after 24 hours and ask the carrier about them."
        ),
    ),
    references=cite("standards-us", "standards", "standards-metric"),
    since="0.1",
)
