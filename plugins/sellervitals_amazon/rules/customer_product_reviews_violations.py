"""Customer product reviews policy violations: bought, incentivised, diverted or self-written reviews."""

from sellervitals import plugin as sdk
from sellervitals_amazon.judging.violations import NOTHING_OPEN
from sellervitals_amazon.sources import cite

RULE = sdk.Rule(
    id="amazon.customer-product-reviews-violations",
    title="Customer product reviews violations",
    why="Manipulated reviews are a ground to deactivate the account at any Account Health Rating.",
    metric="customer_product_reviews_violations",
    severity=sdk.Severity.CRITICAL,
    limits=(NOTHING_OPEN,),
    steps=(
        sdk.step("stop-programmes", "low", "management", days=0, keep="proof that contracts ended")(
            "Stop every review programme, package insert and rebate group today."
        ),
        sdk.step("list-actions", "medium", "management", keep="who, when, which orders, which providers")(
            "List everything that was done and everybody involved, inside the firm and outside."
        ),
        sdk.step("remove-reviews", "medium", "compliance")("Ask for the removal of the reviews affected."),
        sdk.step("allowed-ways", "low", "customer_service")(
            "Ask for reviews only by Vine and the 'Request a Review' button."
        ),
        sdk.step(
            "admit", "medium", "management", channel="Account Health > Submit appeal", keep="the appeal"
        )("Admit it honestly and completely in one appeal; what is left out weighs against you."),
    ),
    references=cite("report", "violations", "appeal"),
    since="0.1",
)
