"""Rate of items not received, beside that of the seller's peers; eBay enforces its rating alone."""

from sellervitals import plugin as sdk
from sellervitals_ebay.judging.peers import judge
from sellervitals_ebay.sources import cite

RULE = sdk.Rule(
    id="ebay.item-not-received-rate",
    title="Items not received",
    why="eBay rates a region by how its requests compare with those of the seller's peers.",
    metric="inr_rate",
    severity=sdk.Severity.LOW,
    evaluate=judge,
    steps=(
        sdk.step("compare-services", "low", "operations")(
            "Compare the services to the region by the share of parcels without a delivery scan."
        ),
        sdk.step("search-the-missing", "medium", "operations", keep="the carrier's answers")(
            "Open a search with the carrier for the parcels behind the requests, and claim their loss."
        ),
        sdk.step("change-one-service", "medium", "catalog")(
            "Change the weakest service first, and look at the rate again after the next evaluation."
        ),
    ),
    references=cite("service-metrics", "service-rating"),
    since="0.1",
)
