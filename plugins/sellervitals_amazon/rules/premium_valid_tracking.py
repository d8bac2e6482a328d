"""Premium Shipping, valid tracking: premium orders with valid tracking."""

from sellervitals import plugin as sdk
from sellervitals_amazon.programmes.premium import JAPAN, PREMIUM, SAVE_DASHBOARD, UK, UK_2016
from sellervitals_amazon.sources import cite

RULE = sdk.Rule(
    id="amazon.premium-valid-tracking",
    title="Premium Shipping: valid tracking",
    why="Below the line Amazon takes the premium option away.",
    metric="premium_valid_tracking_rate",
    programme=PREMIUM,
    severity=sdk.Severity.MEDIUM,
    limits=(
        UK_2016(must_be="at_least", fail=sdk.percent("94")),
        UK(must_be="at_least", fail=sdk.percent("100")),
        JAPAN(must_be="at_least", fail=sdk.percent("94")),
    ),
    steps=(
        SAVE_DASHBOARD,
        sdk.step("list-invalid", "low", "operations")(
            "List the premium orders without valid tracking by carrier and service."
        ),
        sdk.step("approved-carriers", "medium", "purchasing", keep="the list of approved carriers")(
            "Send premium orders only with carriers that Amazon has approved for the option."
        ),
        sdk.step("amazons-labels", "low", "operations", channel="Buy Shipping")(
            "Buy premium labels through Amazon, which enters carrier and number by itself."
        ),
        sdk.step("pause-untracked", "low", "catalog", channel="Shipping Settings")(
            "Take the option off every item that leaves without tracking."
        ),
    ),
    references=cite("premium-uk-2016", "premium-uk", "premium-japan"),
    since="0.1",
)
