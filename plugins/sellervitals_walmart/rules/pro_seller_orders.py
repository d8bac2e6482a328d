"""Pro Seller, orders: orders of 90 days."""

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
    id="walmart.pro-seller-orders",
    title="Pro Seller: orders",
    why="Without more than 100 orders in 90 days there is no tier.",
    metric="pro_seller_orders",
    programme=PROGRAMME,
    severity=sdk.Severity.MEDIUM,
    ladder=LADDER,
    limits=(CRITERIA["pro_seller_orders"].rising,),
    calendar=REFRESH,
    steps=(
        LIFT_LOWEST,
        sdk.step("more-orders", "high", "management")(
            "Win orders with items that are in stock and shipped fast; it needs more than 100 in 90 days."
        ),
        RECHECK,
    ),
    references=cite("pro-seller"),
    since="0.1",
)
