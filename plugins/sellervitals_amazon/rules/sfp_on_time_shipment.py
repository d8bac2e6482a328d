"""Seller Fulfilled Prime, on-time shipment: Prime orders that left by their ship-by date."""

from sellervitals import plugin as sdk
from sellervitals_amazon.programmes.prime import EUROPE, PRIME, SAVE_DASHBOARD, US_2021, US_2023
from sellervitals_amazon.sources import cite

RULE = sdk.Rule(
    id="amazon.sfp-on-time-shipment",
    title="Seller Fulfilled Prime: on-time shipment",
    why="Below the line the Prime badge is at stake, and what leaves late arrives late.",
    metric="sfp_on_time_shipment_rate",
    programme=PRIME,
    severity=sdk.Severity.MEDIUM,
    minimum_sample=100,  # fewer orders cannot bear a single late one
    limits=(
        US_2021(must_be="at_least", fail=sdk.percent("99")),
        US_2023(must_be="at_least", fail=sdk.percent("99")),
        EUROPE(must_be="at_least", fail=sdk.percent("99")),
    ),
    steps=(
        SAVE_DASHBOARD,
        sdk.step("ship-prime-first", "low", "operations", channel="Manage Orders", days=0)(
            "Pick and ship Prime orders before all others, today's first."
        ),
        sdk.step("earlier-cut-off", "low", "operations", channel="Shipping Settings")(
            "Set the cut-off as early as the warehouse needs it, also on weekends."
        ),
        sdk.step("cap-orders", "medium", "management", channel="Shipping Settings")(
            "Limit Prime orders per day to what the warehouse ships in one."
        ),
    ),
    references=cite("prime-us-2021", "prime-europe"),
    since="0.1",
)
