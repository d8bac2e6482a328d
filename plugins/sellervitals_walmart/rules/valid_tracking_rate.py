"""Valid tracking rate: shipped orders with a number that the carrier knows and has scanned, over 30 days."""

from sellervitals import plugin as sdk
from sellervitals_walmart.remedies.tracking import BY_CAUSE
from sellervitals_walmart.sources import cite
from sellervitals_walmart.standards import CANADA, KEEP_PROOF, OLDER, TODAY

RULE = sdk.Rule(
    id="walmart.valid-tracking-rate",
    title="Valid tracking rate",
    why="Below the standard Walmart may take seller-fulfilled listings down and suspend the account.",
    metric="valid_tracking_rate",
    severity=sdk.Severity.HIGH,
    minimum_sample=100,  # fewer orders cannot bear a single one without tracking
    limits=(
        OLDER(must_be="above", fail=sdk.percent("99"), warn=sdk.percent("99.5")),
        TODAY(must_be="at_least", fail=sdk.percent("99"), warn=sdk.percent("99.5")),
        CANADA(must_be="above", fail=sdk.percent("85"), warn=sdk.percent("90")),
    ),
    causes=BY_CAUSE,
    steps=(
        KEEP_PROOF,
        sdk.step("list-invalid", "low", "operations", channel="Seller Center > Performance", days=1)(
            "List the orders with invalid tracking by carrier and driver."
        ),
        sdk.step("name-the-carrier", "low", "operations", channel="Order Management")(
            "Name the carrier exactly as Walmart lists it, never as another one."
        ),
        sdk.step("tracked-services", "medium", "purchasing")(
            "Send every order by a service with tracking from pick-up to delivery."
        ),
        sdk.step("daily-check", "medium", "engineering")(
            "Check every evening that each number of the day is known to its carrier."
        ),
    ),
    references=cite("standards", "standards-older", "standards-canada"),
    since="0.1",
)
