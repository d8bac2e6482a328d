"""Feedback rating: the share of ratings with 4 or 5 stars that buyers see."""

from sellervitals import plugin as sdk
from sellervitals_amazon.sources import cite

RULE = sdk.Rule(
    id="amazon.feedback-rating",
    title="Feedback rating",
    why="Buyers see the share of 12 months beside the offer and choose by it; Amazon sets no target.",
    metric="feedback_positive_share",
    severity=sdk.Severity.LOW,
    minimum_sample=10,  # from 10 ratings on Amazon shows it to buyers
    limits=(
        sdk.limit(
            "2015-01-01",
            announced="2015-01-01",
            must_be="at_least",
            fail=sdk.percent("95"),
            trust="suggested",
            source="feedback",
            note="Amazon sets no target; 95 % is this table's proposal. Its first day is not published.",
        ),
    ),
    steps=(
        sdk.step("read-low-ratings", "low", "customer_service", channel="Feedback Manager")(
            "Read the ratings of 1 to 3 stars of the last 90 days and count their causes."
        ),
        sdk.step("request-removal", "low", "customer_service", channel="Feedback Manager")(
            "Request removal where one breaks the feedback rules or blames the delivery of an FBA order."
        ),
        sdk.step("fix-main-cause", "medium", "operations")("Fix the cause that is named most often."),
        sdk.step("ask-every-buyer", "low", "customer_service", channel="Orders > Request a review")(
            "Ask every buyer the same way, with Amazon's own request; never pay or press for a rating."
        ),
    ),
    references=cite("feedback"),
    since="0.1",
)
