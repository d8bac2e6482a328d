"""Pro Seller, price score: Walmart's score for competitive prices."""

from sellervitals import plugin as sdk
from sellervitals_walmart.programmes.pro_seller import (
    CRITERIA,
    LADDER,
    LIFT_LOWEST,
    PROGRAMME,
    RECHECK,
    REFRESH,
)
from sellervitals_walmart.sources import cite

RULE = sdk.Rule(
    id="walmart.pro-seller-price-score",
    title="Pro Seller: price score",
    why="The lowest criterion decides the tier, and below Rising there is none.",
    metric="pro_seller_price_score",
    programme=PROGRAMME,
    severity=sdk.Severity.MEDIUM,
    ladder=LADDER,
    limits=(CRITERIA["pro_seller_price_score"].rising,),
    calendar=REFRESH,
    steps=(
        LIFT_LOWEST,
        sdk.step("price-alerts", "medium", "catalog", channel="Seller Center > Pricing")(
            "Look at the items that are dearer than elsewhere, and lower what still earns its cost."
        ),
        RECHECK,
    ),
    references=cite("pro-seller"),
    since="0.1",
)
