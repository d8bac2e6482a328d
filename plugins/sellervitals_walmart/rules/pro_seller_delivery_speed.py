"""Pro Seller, delivery speed: the share of items that arrive within three days."""

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
    id="walmart.pro-seller-delivery-speed",
    title="Pro Seller: delivery speed",
    why="The lowest criterion decides the tier, and below Rising there is none.",
    metric="pro_seller_delivery_speed",
    programme=PROGRAMME,
    severity=sdk.Severity.MEDIUM,
    ladder=LADDER,
    limits=(CRITERIA["pro_seller_delivery_speed"].rising,),
    calendar=REFRESH,
    steps=(
        LIFT_LOWEST,
        sdk.step("faster-lanes", "medium", "operations", channel="Seller Center > Shipping Profile")(
            "Offer delivery within three days on the lanes where that was kept, item by item."
        ),
        sdk.step("stock-near-buyers", "high", "management")(
            "Place fast sellers in a second warehouse or in Walmart Fulfillment Services."
        ),
        RECHECK,
    ),
    references=cite("pro-seller"),
    since="0.1",
)
