"""Premium Shipping, on-time delivery: premium orders delivered by the promised date."""

from sellervitals import plugin as sdk
from sellervitals_amazon.programmes.premium import (
    JAPAN,
    PREMIUM,
    SAVE_DASHBOARD,
    UK,
    UK_2016,
    UK_BEFORE,
    US,
    US_BEFORE,
)
from sellervitals_amazon.sources import cite

RULE = sdk.Rule(
    id="amazon.premium-on-time-delivery",
    title="Premium Shipping: on-time delivery",
    why="Below the line Amazon takes the option away; in the US after three misses in a month, it is said.",
    metric="premium_on_time_delivery_rate",
    programme=PREMIUM,
    severity=sdk.Severity.MEDIUM,
    limits=(
        US_BEFORE(must_be="at_least", fail=sdk.percent("97")),
        US(must_be="at_least", fail=sdk.percent("93.5")),
        UK_2016(must_be="at_least", fail=sdk.percent("92")),
        UK_BEFORE(must_be="at_least", fail=sdk.percent("97")),
        UK(must_be="at_least", fail=sdk.percent("92")),
        JAPAN(must_be="at_least", fail=sdk.percent("96")),
    ),
    steps=(
        SAVE_DASHBOARD,
        sdk.step("pause-weak", "low", "catalog", channel="Shipping Settings")(
            "Take the premium option off the SKUs and regions that arrive late, before Amazon does."
        ),
        sdk.step("earlier-cut-off", "low", "operations", channel="Shipping Settings")(
            "Set an order cut-off that leaves time until the carrier's pick-up, also on weekends."
        ),
        sdk.step("faster-service", "medium", "purchasing")(
            "Choose the carrier service by zone, the faster one where premium orders miss."
        ),
        sdk.step("place-stock", "high", "management")("Place more stock, nearer to these buyers."),
    ),
    references=cite("premium-us", "premium-uk", "premium-uk-2016", "premium-japan"),
    since="0.1",
)
