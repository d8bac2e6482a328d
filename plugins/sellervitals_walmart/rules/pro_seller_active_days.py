"""Pro Seller, active days: how long the account has been active."""

from sellervitals import plugin as sdk
from sellervitals_walmart.programmes.pro_seller import LIFT_LOWEST, PROGRAMME, RECHECK
from sellervitals_walmart.sources import cite

RULE = sdk.Rule(
    id="walmart.pro-seller-active-days",
    title="Pro Seller: active days",
    why="A young account gets no tier, however good its figures are.",
    metric="pro_seller_active_days",
    programme=PROGRAMME,
    severity=sdk.Severity.LOW,
    limits=(
        sdk.limit(
            "2024-10-01",
            announced="2024-10-01",
            sites=("CA",),
            must_be="at_least",
            fail="90",
            source="pro-seller-canada",
            note="Its first day is not published. How many days the US asks for is not known.",
        ),
    ),
    steps=(
        LIFT_LOWEST,
        sdk.step("stay-active", "low", "management")(
            "Keep offers live and orders flowing: the days pass only while the account is active."
        ),
        RECHECK,
    ),
    references=cite("pro-seller-canada"),
    since="0.1",
)
