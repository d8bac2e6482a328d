"""Suspected intellectual property violations: found by Amazon's own systems, mostly in listing content."""

from sellervitals import plugin as sdk
from sellervitals_amazon.judging.violations import NOTHING_OPEN
from sellervitals_amazon.sources import cite

RULE = sdk.Rule(
    id="amazon.suspected-ip-violations",
    title="Suspected IP violations",
    why="Each open one costs Account Health points and the listing; repeats weigh more.",
    metric="suspected_ip_violations",
    severity=sdk.Severity.MEDIUM,
    limits=(NOTHING_OPEN,),
    steps=(
        sdk.step("read-reason", "low", "compliance", channel="Account Health > Suspected IP violations")(
            "Compare each listing with the reason that Amazon gives."
        ),
        sdk.step("edit-listing", "low", "catalog", keep="the listing before and after")(
            "Edit brand terms, images and compatibility wording until the reason is gone."
        ),
        sdk.step("right-asin", "medium", "catalog")(
            "Where the page is of another product, list your offer on the ASIN that fits it."
        ),
        sdk.step("appeal", "medium", "compliance", keep="brand authorisation and invoices")(
            "Where you are authorised, appeal with the brand's authorisation and invoices."
        ),
        sdk.step("scan-catalogue", "medium", "catalog")(
            "Look through the rest of the catalogue for the same."
        ),
    ),
    references=cite("report", "violations", "appeal"),
    since="0.1",
)
