"""Return rate: orders that came back for reasons the seller is accountable for, over 60 days."""

from sellervitals import plugin as sdk
from sellervitals_walmart.remedies.goods import OF_RETURNS
from sellervitals_walmart.sources import cite
from sellervitals_walmart.standards import KEEP_PROOF, SPLIT

RULE = sdk.Rule(
    id="walmart.return-rate",
    title="Return rate",
    why="Above the standard Walmart may take seller-fulfilled listings down and suspend the account.",
    metric="return_rate",
    severity=sdk.Severity.HIGH,
    minimum_sample=17,  # fewer orders cannot bear a single return
    limits=(
        SPLIT(
            must_be="at_most",
            fail=sdk.percent("6"),
            warn=sdk.percent("4.5"),
            trust="reported",
        ),
    ),
    causes=OF_RETURNS,
    steps=(
        KEEP_PROOF,
        sdk.step("rank-items", "low", "catalog", channel="Seller Center > Performance", days=2)(
            "Rank the items by the orders that came back, defective and damaged ones first."
        ),
        sdk.step("hold-worst", "low", "catalog", channel="Seller Center > Catalog", days=2)(
            "Set the inventory of the worst item to zero until its cause is found."
        ),
        sdk.step("correct-content", "medium", "catalog")(
            "Correct pictures, sizes and descriptions of items that come back as not what was expected."
        ),
        sdk.step("check-before-shipping", "medium", "operations", keep="the checks, by batch")(
            "Check the worst items before they are packed, until the rate is back."
        ),
    ),
    references=cite("dashboard", "new-endpoints", "standards"),
    since="0.1",
)
