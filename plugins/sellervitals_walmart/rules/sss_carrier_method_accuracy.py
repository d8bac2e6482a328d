"""Simplified shipping, carrier method accuracy: orders sent by the carrier and service of the settings."""

from sellervitals import plugin as sdk
from sellervitals_walmart.programmes.simplified_shipping import REVIEW_SETTINGS, SIMPLIFIED, WHY
from sellervitals_walmart.sources import cite

RULE = sdk.Rule(
    id="walmart.sss-carrier-method-accuracy",
    title="Simplified shipping: carrier method accuracy",
    why=WHY,
    metric="sss_carrier_method_accuracy",
    programme=SIMPLIFIED,
    severity=sdk.Severity.LOW,
    steps=(
        REVIEW_SETTINGS,
        sdk.step("weakest-method", "low", "operations", days=2)(
            "Begin with the carrier method of the lowest accuracy and see what its orders were sent by."
        ),
        sdk.step("map-services", "medium", "engineering")(
            "Map each service of the label software to the carrier method that Walmart knows it by."
        ),
        sdk.step("no-silent-change", "low", "operations")(
            "Let nobody change the service at packing without changing the order."
        ),
    ),
    references=cite("api"),
    since="0.1",
)
