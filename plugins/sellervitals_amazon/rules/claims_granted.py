"""Claims granted: A-to-z claims by the day Amazon granted them, weeks before they show in the rate."""

from sellervitals import plugin as sdk
from sellervitals_amazon.judging import trend
from sellervitals_amazon.sources import cite

RULE = sdk.Rule(
    id="amazon.claims-granted",
    title="A-to-z claims granted",
    why="Each one makes its order a defect, and the order defect rate shows it only weeks later.",
    metric="claims_granted",
    severity=sdk.Severity.LOW,
    evaluate=trend.judge,
    steps=(
        sdk.step("answer-claims", "medium", "customer_service", keep="tracking, photos, messages")(
            "Answer each open claim within its deadline with tracking, photos and messages."
        ),
        sdk.step("refund-when-right", "low", "customer_service")(
            "Refund at once where the buyer is right, before the claim is granted."
        ),
        sdk.step("appeal-wrong-ones", "medium", "customer_service", keep="delivery proof")(
            "Appeal claims that were granted against delivery proof."
        ),
        sdk.step("protect-delivery", "medium", "operations")(
            "Ship dear items signed for or insured, and with Buy Shipping for its delivery protection."
        ),
        sdk.step("accept-returns", "low", "customer_service")("Accept returns within 48 hours."),
    ),
    references=cite("sales-report", "metrics"),
    since="0.1",
)
