"""Seller Fulfilled Prime, valid tracking: Prime packages with valid tracking, without exemptions."""

from sellervitals import plugin as sdk
from sellervitals_amazon.programmes.prime import JAPAN, PRIME, SAVE_DASHBOARD, US
from sellervitals_amazon.sources import cite

RULE = sdk.Rule(
    id="amazon.sfp-valid-tracking",
    title="Seller Fulfilled Prime: valid tracking",
    why="Below the line Amazon takes the Prime badge off, which has been reported to last 30 days.",
    metric="sfp_valid_tracking_rate",
    programme=PRIME,
    severity=sdk.Severity.MEDIUM,
    minimum_sample=100,  # fewer packages cannot bear a single one without tracking
    limits=(
        US(must_be="at_least", fail=sdk.percent("99"), source="tracking"),
        JAPAN(must_be="at_least", fail=sdk.percent("94")),
    ),
    steps=(
        SAVE_DASHBOARD,
        sdk.step("list-invalid", "low", "operations", channel="Seller Fulfilled Prime dashboard")(
            "List the Prime packages without valid tracking by carrier and service."
        ),
        sdk.step("correct-tracking", "low", "operations", channel="Manage Orders", days=1)(
            "Correct carrier and tracking id within 24 hours of confirmation, never after delivery."
        ),
        sdk.step("amazons-labels", "low", "operations", channel="Buy Shipping")(
            "Buy every Prime label through Amazon, which enters carrier and number by itself."
        ),
        sdk.step("pause-untracked", "medium", "catalog", channel="Shipping Settings")(
            "Switch Prime off for items that you cannot send tracked; here no item is exempt."
        ),
    ),
    references=cite("tracking", "prime-japan"),
    since="0.1",
)
