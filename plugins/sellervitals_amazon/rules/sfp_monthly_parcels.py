"""Seller Fulfilled Prime, volume: with few Prime parcels a month Amazon limits the orders of a day."""

from sellervitals import plugin as sdk
from sellervitals_amazon.programmes.prime import PRIME
from sellervitals_amazon.sources import cite

RULE = sdk.Rule(
    id="amazon.sfp-monthly-parcels",
    title="Seller Fulfilled Prime: parcels in a month",
    why="Under 100 Prime parcels a month Amazon limits the Prime orders of a day.",
    metric="sfp_monthly_parcels",
    programme=PRIME,
    severity=sdk.Severity.LOW,
    limits=(
        sdk.limit(
            "2025-06-29",
            announced="2025-06-29",
            sites=("US",),
            must_be="at_least",
            warn="100",
            trust="disputed",
            warn_trust="disputed",
            source="premium-us",
            note="One third party gives 29 June without a year; 2025 is how it is read here.",
        ),
    ),
    steps=(
        sdk.step("read-limit", "low", "operations", channel="Seller Fulfilled Prime dashboard")(
            "Look up the daily limit that Amazon has set and plan the warehouse for it."
        ),
        sdk.step("more-skus", "medium", "catalog")(
            "Add the SKUs to Prime that you already deliver on time everywhere."
        ),
        sdk.step("weigh-fba", "low", "management")(
            "Compare what Prime earns at this volume with sending the same SKUs to FBA."
        ),
    ),
    references=cite("premium-us"),
    since="0.1",
)
