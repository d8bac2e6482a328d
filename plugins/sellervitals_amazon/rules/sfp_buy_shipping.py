"""Seller Fulfilled Prime, Buy Shipping: Prime orders whose label was bought through Amazon."""

from sellervitals import plugin as sdk
from sellervitals_amazon.programmes.prime import EUROPE, PRIME, SAVE_DASHBOARD, US_2021, US_2023
from sellervitals_amazon.sources import cite

RULE = sdk.Rule(
    id="amazon.sfp-buy-shipping",
    title="Seller Fulfilled Prime: labels through Buy Shipping",
    why="Below the line the Prime badge is at stake, and such parcels lose Amazon's delivery protection.",
    metric="sfp_buy_shipping_rate",
    programme=PRIME,
    severity=sdk.Severity.MEDIUM,
    limits=(
        US_2021(must_be="at_least", fail=sdk.percent("99")),
        US_2023(must_be="at_least", fail=sdk.percent("99")),
        EUROPE(must_be="at_least", fail=sdk.percent("98")),
    ),
    steps=(
        SAVE_DASHBOARD,
        sdk.step("find-others", "low", "operations")(
            "List the Prime orders whose label came from elsewhere."
        ),
        sdk.step("connect-tool", "medium", "engineering", channel="Buy Shipping")(
            "Connect the shipping tool to Buy Shipping, so that nobody has to think of it."
        ),
        sdk.step("pause-unsupported", "low", "catalog", channel="Shipping Settings")(
            "Switch Prime off for items that no carrier in Buy Shipping takes."
        ),
    ),
    references=cite("prime-us-2021", "prime-europe"),
    since="0.1",
)
