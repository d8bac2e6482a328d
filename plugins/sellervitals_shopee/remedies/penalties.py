"""What to do about penalty points: know the next tier, stop what repeats, appeal what is wrong, in time."""

from __future__ import annotations

from sellervitals import plugin as sdk
from sellervitals_shopee.codes.penalties import CONDUCT, LATE, LISTINGS, PICKUP, UNFULFILLED

_RECORDS = "Seller Centre > Account Health"

CAUSES = {
    LATE: (
        sdk.step("ship-in-time", "medium", "operations", days=0)(
            "Ship what is late today, and promise only days to ship that you keep: late shipments brought"
            " points."
        ),
    ),
    UNFULFILLED: (
        sdk.step("stop-cancelling", "medium", "operations", days=0)(
            "Set the stock of what you cannot deliver to 0 today: unfulfilled orders brought points."
        ),
    ),
    PICKUP: (
        sdk.step("be-there-for-pickups", "low", "operations")(
            "Book pickups only when parcels are ready and somebody is there: failed pickups brought points."
        ),
    ),
    LISTINGS: (
        sdk.step("clean-listings", "medium", "catalog", days=1)(
            "Remove or correct the listings named in the records, and upload none of them again unchanged."
        ),
    ),
    CONDUCT: (
        sdk.step("stop-conduct", "low", "customer_service", days=0)(
            "Tell everybody who writes to buyers what brought points: asking them to cancel, rude answers,"
            " dealing outside Shopee."
        ),
    ),
}
STEPS = (
    sdk.step("sum-points", "low", "management", channel=_RECORDS, days=0)(
        "Sum the open points and see how many are left to the next tier."
    ),
    sdk.step("stop-repeating", "high", "operations")("Stop the violation that comes back most often first."),
    sdk.step(
        "appeal-records", "medium", "compliance", channel=_RECORDS, keep="the proof sent with each appeal"
    )("Appeal each wrong record with its proof inside the quarter: a granted appeal takes its points back."),
    sdk.step("plan-around-ends", "low", "management")(
        "Plan campaigns and new listings for after the day on which each restriction ends."
    ),
    sdk.step("hold-order-limit", "low", "operations")(
        "Keep orders under the order limit, where one is set, and pause advertising that would break it."
    ),
    sdk.step("note-reset", "low", "management")(
        "Note the day on which points are wiped in your country: they outlive the punishment."
    ),
)
