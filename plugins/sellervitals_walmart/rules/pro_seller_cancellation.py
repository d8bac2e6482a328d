"""Pro Seller, cancellations: orders of 90 days that the seller cancelled."""

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
    id="walmart.pro-seller-cancellation",
    title="Pro Seller: cancellations",
    why="The lowest criterion decides the tier, and below Rising there is none.",
    metric="pro_seller_cancellation_rate",
    programme=PROGRAMME,
    severity=sdk.Severity.MEDIUM,
    ladder=LADDER,
    limits=(CRITERIA["pro_seller_cancellation_rate"].rising,),
    calendar=REFRESH,
    steps=(
        LIFT_LOWEST,
        sdk.step("stop-cancelling", "medium", "catalog", channel="Seller Center > Inventory")(
            "Hold a buffer on items that were cancelled in the last 90 days, and zero what cannot be shipped."
        ),
        RECHECK,
    ),
    references=cite("pro-seller"),
    since="0.1",
)
