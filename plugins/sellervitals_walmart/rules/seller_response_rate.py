"""Seller response rate: buyers' questions answered within 48 hours, over 30 days."""

from sellervitals import plugin as sdk
from sellervitals_walmart.sources import cite
from sellervitals_walmart.standards import CANADA, OLDER, TODAY

RULE = sdk.Rule(
    id="walmart.seller-response-rate",
    title="Seller response rate",
    why="Below the standard the account breaks a performance standard, and Pro Seller tiers are lost.",
    metric="seller_response_rate",
    severity=sdk.Severity.MEDIUM,
    minimum_sample=20,  # fewer questions cannot bear a single late answer
    limits=(
        OLDER(must_be="above", fail=sdk.percent("95"), warn=sdk.percent("97")),
        TODAY(must_be="at_least", fail=sdk.percent("95"), warn=sdk.percent("97")),
        CANADA(must_be="above", fail=sdk.percent("80"), warn=sdk.percent("85")),
    ),
    steps=(
        sdk.step(
            "clear-queue", "low", "customer_service", channel="Seller Center > Customer messages", days=0
        )("Answer everything that is open now, the oldest first: 48 hours count from the question."),
        sdk.step("weekend-duty", "medium", "management")(
            "Put somebody on duty for messages every day, weekends and holidays included."
        ),
        sdk.step("alerts-and-templates", "low", "customer_service")(
            "Switch on alerts and write templates for the topics with the lowest rate, which really answer."
        ),
        sdk.step("forward-mail", "medium", "engineering", keep="a test message and its answer")(
            "Forward Walmart's e-mails to where they are answered, and answer so that the reply is counted."
        ),
        sdk.step("close-threads", "low", "customer_service", channel="Seller Center > Customer messages")(
            "Mark threads that need no answer as such, in the way that Walmart provides."
        ),
    ),
    references=cite("standards", "standards-older", "standards-canada"),
    since="0.1",
)
