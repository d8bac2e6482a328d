"""Customer experience health: Amazon's word for one offer in Voice of the Customer."""

from sellervitals import plugin as sdk
from sellervitals_amazon.sources import cite

FAIR = "One step above Poor; that this warns is a suggestion, Fair has no consequence."

RULE = sdk.Rule(
    id="amazon.customer-experience",
    title="Customer experience health",
    why="Amazon may close an offer rated Poor and may have closed one rated Very poor already.",
    metric="customer_experience_health",
    severity=sdk.Severity.MEDIUM,
    words=(
        sdk.word("Excellent", "pass"),
        sdk.word("Good", "pass"),
        sdk.word("Fair", "warn", says=FAIR),
        sdk.word("Poor", "fail", says="The offer may be closed."),
        sdk.word("Very poor", "fail", health="0", says="The offer may be closed already."),
    ),
    steps=(
        sdk.step("read-comments", "low", "catalog", channel="Voice of the Customer", keep="the comments")(
            "Read the buyers' comments on the offer and sort them by reason."
        ),
        sdk.step("mend-page", "medium", "catalog")(
            "Put right what the page promises wrongly: text, size chart, images, compatibility."
        ),
        sdk.step("inspect-stock", "high", "operations", keep="photos and counts of the sample")(
            "Inspect a sample of the stock and pull a bad batch before it is sold."
        ),
        sdk.step("better-packaging", "medium", "operations")(
            "Pack better where the comments speak of damage."
        ),
        sdk.step("resolve-issue", "low", "catalog", channel="Voice of the Customer")(
            "Bring a closed offer back with 'Resolve issue', once the cause is gone."
        ),
    ),
    references=cite("customer-experience", "customer-experience-levels"),
    since="0.1",
)
