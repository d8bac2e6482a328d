"""Pro Seller, on-time delivery: orders of 90 days that arrived by the expected date."""

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
    id="walmart.pro-seller-on-time-delivery",
    title="Pro Seller: on-time delivery",
    why="The lowest criterion decides the tier, and below Rising there is none.",
    metric="pro_seller_on_time_delivery_rate",
    programme=PROGRAMME,
    severity=sdk.Severity.MEDIUM,
    ladder=LADDER,
    limits=(CRITERIA["pro_seller_on_time_delivery_rate"].rising,),
    calendar=REFRESH,
    steps=(
        LIFT_LOWEST,
        sdk.step("late-of-the-quarter", "medium", "operations", channel="Seller Center > Performance")(
            "Find what was late in the last 90 days, lane by lane, and promise less where it cannot improve."
        ),
        RECHECK,
    ),
    references=cite("pro-seller"),
    since="0.1",
)
