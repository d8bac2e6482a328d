"""Simplified shipping, ship-from accuracy: orders that left from the location of the settings."""

from sellervitals import plugin as sdk
from sellervitals_walmart.programmes.simplified_shipping import REVIEW_SETTINGS, SIMPLIFIED, WHY
from sellervitals_walmart.sources import cite

RULE = sdk.Rule(
    id="walmart.sss-ship-from-accuracy",
    title="Simplified shipping: ship-from location accuracy",
    why=WHY,
    metric="sss_ship_from_accuracy",
    programme=SIMPLIFIED,
    severity=sdk.Severity.LOW,
    steps=(
        REVIEW_SETTINGS,
        sdk.step("weakest-location", "low", "operations", days=2)(
            "Begin with the location of the lowest accuracy and see from where its orders really left."
        ),
        sdk.step("stock-by-location", "medium", "engineering")(
            "Send the stock of each location on its own, so that no order is routed to an empty one."
        ),
        sdk.step("addresses", "low", "operations", channel="Seller Center > Fulfillment centers")(
            "Correct the address and the ship-from address on labels of every location."
        ),
    ),
    references=cite("api"),
    since="0.1",
)
