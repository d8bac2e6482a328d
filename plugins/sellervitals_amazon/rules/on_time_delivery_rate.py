"""On-time delivery rate by shipments: the older figure, judged only by the target in the document."""

from sellervitals import plugin as sdk
from sellervitals_amazon.sources import cite

RULE = sdk.Rule(
    id="amazon.on-time-delivery-rate",
    title="On-time delivery rate (shipments)",
    why="It has no consequence of its own, but what arrives late here costs the unit rate, which has.",
    metric="on_time_delivery_rate",
    severity=sdk.Severity.LOW,
    steps=(
        sdk.step("find-late", "low", "operations", channel="Account Health > On-Time Delivery Rate")(
            "Find the SKUs, regions and carriers behind the late shipments."
        ),
        sdk.step("longer-transit", "low", "operations", channel="Shipping Settings")(
            "Lengthen transit or handling time where you are late."
        ),
        sdk.step("better-carrier", "medium", "purchasing")(
            "Replace the weak carrier or service, and hand parcels over before its cut-off."
        ),
    ),
    references=cite("report"),
    since="0.1",
)
