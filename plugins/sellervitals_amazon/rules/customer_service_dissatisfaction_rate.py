"""Customer service dissatisfaction rate: buyers who say that an answer did not solve their problem."""

from sellervitals import plugin as sdk
from sellervitals_amazon.sources import cite

RULE = sdk.Rule(
    id="amazon.customer-service-dissatisfaction-rate",
    title="Customer service dissatisfaction rate",
    why="Amazon puts no penalty on it, but buyers who are left alone open claims, which count.",
    metric="customer_service_dissatisfaction_rate",
    severity=sdk.Severity.LOW,
    limits=(
        sdk.limit(
            "2020-01-01",
            announced="2020-01-01",
            must_be="below",
            fail=sdk.percent("25"),
            trust="reported",
            source="service-dissatisfaction",
            note="Its first day is not published; the table starts with 2020. The figure stands in a copy of"
            " Amazon's help page; the page itself was not found.",
        ),
    ),
    steps=(
        sdk.step("open-again", "low", "customer_service", channel="Buyer-Seller Messages", days=0)(
            "Open the conversations that got a No and solve what is still open; the latest vote counts."
        ),
        sdk.step("find-questions", "low", "customer_service")(
            "Sort them by question and find the five that come most often."
        ),
        sdk.step("better-answers", "medium", "customer_service")(
            "Write a template for each of the five that solves the problem in the first answer."
        ),
        sdk.step("let-decide", "low", "management")(
            "Let whoever answers grant a refund or a replacement up to a fixed amount."
        ),
        sdk.step("mend-pages", "medium", "catalog")(
            "Put what buyers ask again and again into the product page."
        ),
    ),
    references=cite("service-dissatisfaction"),
    since="0.1",
)
