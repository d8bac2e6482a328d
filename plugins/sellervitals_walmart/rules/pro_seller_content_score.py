"""Pro Seller, content score: Walmart's score for the content of the listings."""

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
    id="walmart.pro-seller-content-score",
    title="Pro Seller: content score",
    why="The lowest criterion decides the tier, and below Rising there is none.",
    metric="pro_seller_content_score",
    programme=PROGRAMME,
    severity=sdk.Severity.MEDIUM,
    ladder=LADDER,
    limits=(CRITERIA["pro_seller_content_score"].rising,),
    calendar=REFRESH,
    steps=(
        LIFT_LOWEST,
        sdk.step("worst-listings", "medium", "catalog", channel="Seller Center > Listing Quality")(
            "Complete the attributes, pictures and texts of the listings with the lowest score first."
        ),
        RECHECK,
    ),
    references=cite("pro-seller"),
    since="0.1",
)
