"""Seller Fulfilled Prime, on-time delivery: Prime orders delivered by the promised date."""

from sellervitals import plugin as sdk
from sellervitals_amazon.programmes.prime import EUROPE, JAPAN, PRIME, SAVE_DASHBOARD, US, US_2021, US_2023
from sellervitals_amazon.sources import cite

OUTSIDE = "Counts orders outside of Buy Shipping. Its first day is not published; the table starts with 2021."
TODAY = (
    "Its first day is not published; the table starts with 2024. One third party gives it, whose two other"
    " figures are Amazon's own; Premium Shipping in the US has the same one."
)

RULE = sdk.Rule(
    id="amazon.sfp-on-time-delivery",
    title="Seller Fulfilled Prime: on-time delivery",
    why="Below the line Amazon takes the Prime badge off, which has been reported to last 30 days.",
    metric="sfp_on_time_delivery_rate",
    programme=PRIME,
    severity=sdk.Severity.MEDIUM,
    limits=(
        US_2021(must_be="at_least", fail=sdk.percent("97"), note=OUTSIDE),
        US_2023(must_be="at_least", fail=sdk.percent("97")),
        US(
            must_be="at_least",
            fail=sdk.percent("93.5"),
            trust="reported",
            source="prime-requirements",
            note=TODAY,
        ),
        EUROPE(must_be="at_least", fail=sdk.percent("97"), note=OUTSIDE),
        JAPAN(must_be="at_least", fail=sdk.percent("96")),
    ),
    steps=(
        SAVE_DASHBOARD,
        sdk.step("pause-weak", "low", "catalog", channel="Shipping Settings")(
            "Switch Prime off for the SKUs and regions that arrive late."
        ),
        sdk.step("ship-weekends", "medium", "operations")(
            "Agree on pick-up and delivery on weekends, and set an earlier cut-off in the warehouse."
        ),
        sdk.step("faster-service", "medium", "purchasing", keep="the carrier's transit times by zone")(
            "Choose the carrier service by zone, the faster one where the standard one misses."
        ),
        sdk.step("place-stock", "high", "management")(
            "Place stock closer to the buyers who are reached too late."
        ),
    ),
    references=cite("prime-us-2021", "prime-requirements", "prime-europe", "prime-japan"),
    since="0.1",
)
