"""Rate of returns as not as described, beside that of the seller's peers; eBay enforces its rating alone."""

from sellervitals import plugin as sdk
from sellervitals_ebay.judging.peers import judge
from sellervitals_ebay.sources import cite

RULE = sdk.Rule(
    id="ebay.item-not-as-described-rate",
    title="Returns as not as described",
    why="eBay rates a category by how its returns compare with those of the seller's peers.",
    metric="inad_rate",
    severity=sdk.Severity.LOW,
    evaluate=judge,
    steps=(
        sdk.step("compare-items", "low", "catalog")(
            "List the items of the category whose own rate is above the peers' average."
        ),
        sdk.step("read-messages", "low", "operations", keep="the messages")(
            "Read what buyers wrote about these items before they opened the return."
        ),
        sdk.step("mend-the-first", "medium", "catalog")(
            "Put right the item with most returns first, and look at the rate again after the next"
            " evaluation."
        ),
    ),
    references=cite("service-metrics", "service-rating"),
    since="0.1",
)
