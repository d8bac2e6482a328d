"""Received negative feedback: bad ratings by the day they came in, whatever the day of the order."""

from sellervitals import plugin as sdk
from sellervitals_amazon.judging import trend
from sellervitals_amazon.sources import cite

RULE = sdk.Rule(
    id="amazon.received-negative-feedback",
    title="Received negative feedback",
    why="It rises weeks before the order defect rate does, which goes by the day of the order.",
    metric="received_negative_feedback_rate",
    severity=sdk.Severity.LOW,
    minimum_sample=10,
    evaluate=trend.judge,
    steps=(
        sdk.step("read-new-ones", "low", "customer_service", channel="Feedback Manager")(
            "Read the new ratings of 1 and 2 stars and look for one SKU, carrier or warehouse in common."
        ),
        sdk.step("solve-each", "medium", "customer_service")("Solve each buyer's problem today."),
        sdk.step("stop-cause", "medium", "operations")(
            "Take the SKU that they share off sale until its fault is fixed."
        ),
    ),
    references=cite("sales-report", "feedback"),
    since="0.1",
)
