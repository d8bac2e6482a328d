"""What to do against late deliveries."""

from sellervitals import plugin as sdk

STEPS = (
    sdk.step("tell-buyers", "low", "customer_service", days=0)(
        "Write to the buyers of parcels that are overdue today, with the new date, before they ask."
    ),
    sdk.step("whose-delay", "low", "operations", keep="the carrier's scans of each late parcel")(
        "Split late parcels into those shipped late and those that the carrier delayed."
    ),
    sdk.step("worst-routes", "medium", "operations")(
        "Rank carriers, services and regions by late parcels, and change the service on the worst."
    ),
    sdk.step("honest-transit-time", "low", "catalog")(
        "Lengthen the transit time where no service can make it, before the next order is placed."
    ),
    sdk.step("ship-sooner", "medium", "operations")(
        "Ship a day earlier where the promise is tight; stock closer to the buyers helps more than a"
        " dearer service."
    ),
    sdk.step("ask-to-leave-out", "low", "customer_service", keep="the carrier's statement")(
        "Where the marketplace leaves out delays that the carrier or the weather caused, ask for it"
        " with the carrier's proof."
    ),
)
