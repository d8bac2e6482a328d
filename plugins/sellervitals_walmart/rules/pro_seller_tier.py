"""Pro Seller tier: Walmart's own word, and the tier that the next refresh would give."""

from sellervitals import plugin as sdk
from sellervitals_walmart.judging.tier import judge
from sellervitals_walmart.programmes.pro_seller import LIFT_LOWEST, PROGRAMME, RECHECK, REFRESH
from sellervitals_walmart.sources import cite

RULE = sdk.Rule(
    id="walmart.pro-seller-tier",
    title="Pro Seller tier",
    why="A lower tier takes the badge, and the discounts and advertising that come with it.",
    metric="pro_seller_tier",
    reads=("pro_seller_eligible_tier", "pro_seller_next_refresh"),
    programme=PROGRAMME,
    severity=sdk.Severity.MEDIUM,
    evaluate=judge,
    calendar=REFRESH,
    steps=(
        LIFT_LOWEST,
        sdk.step("read-reasons", "low", "management", channel="Insights API: sellerIncentives")(
            "Read reasonCodes and nextRefreshDate of the response: they say what is missing, and until when."
        ),
        RECHECK,
    ),
    references=cite("pro-seller"),
    since="0.1",
)
