"""Simplified shipping, on-time shipment: orders that left when the settings promised it."""

from sellervitals import plugin as sdk
from sellervitals_walmart.programmes.simplified_shipping import REVIEW_SETTINGS, SIMPLIFIED, WHY
from sellervitals_walmart.sources import cite

RULE = sdk.Rule(
    id="walmart.sss-on-time-shipment",
    title="Simplified shipping: on-time shipment",
    why=WHY,
    metric="sss_on_time_shipment_rate",
    programme=SIMPLIFIED,
    severity=sdk.Severity.LOW,
    causes={
        "markedAsShippedLateRate": (
            sdk.step("confirm-at-once", "medium", "engineering", channel="Orders API or Order Management")(
                "Confirm orders as shipped when they leave, by the system that prints the labels."
            ),
        ),
        "lateHandoverToCarrierRate": (
            sdk.step("hand-over-in-time", "medium", "operations", keep="hand-over manifests")(
                "Hand parcels over before the carrier's last pick-up of the day."
            ),
        ),
    },
    steps=(
        REVIEW_SETTINGS,
        sdk.step("list-late", "low", "operations", days=2)(
            "List the orders that left late, by weekday and hour."
        ),
        sdk.step(
            "cut-off-and-calendar",
            "low",
            "operations",
            channel="Seller Center > Simplified Shipping Settings",
        )("Set cut-off, processing time and holidays to what the warehouse keeps."),
    ),
    references=cite("api"),
    since="0.1",
)
