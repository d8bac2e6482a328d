"""Pro Seller, seller response: questions of 30 days that were answered within 48 hours."""

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
    id="walmart.pro-seller-response",
    title="Pro Seller: seller response",
    why="The lowest criterion decides the tier, and below Rising there is none.",
    metric="pro_seller_response_rate",
    programme=PROGRAMME,
    severity=sdk.Severity.MEDIUM,
    ladder=LADDER,
    limits=(CRITERIA["pro_seller_response_rate"].rising,),
    calendar=REFRESH,
    steps=(
        LIFT_LOWEST,
        sdk.step("answer-in-time", "low", "customer_service", channel="Seller Center > Customer messages")(
            "Answer every question within 48 hours, on weekends too: only the last 30 days count."
        ),
        RECHECK,
    ),
    references=cite("pro-seller"),
    since="0.1",
)
