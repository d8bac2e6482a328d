"""Negative feedback: ratings of 1 or 2 stars in the 60 days up to the newest day of the report."""

from sellervitals import plugin as sdk
from sellervitals_amazon.sources import cite


def judge(case: sdk.Case) -> sdk.Verdict:
    """Compare, and say which days were counted and what that does not tell."""
    verdict, counted = sdk.compare(case), case.measurement
    if not verdict.outcome.open or counted is None:
        return verdict
    days = "It counts by the day of the feedback"
    if counted.rebuilt_from and counted.window is None:
        days = "No day in the report is certain, so it counts all of it"
    elif counted.rebuilt_from and counted.window is not None:
        days += f", up to {counted.window.end}, the newest in the report"
    rate = "the order defect rate goes by the day of the order, which the report does not tell"
    return verdict._replace(message=f"{verdict.message} {days}; {rate}.")


RULE = sdk.Rule(
    id="amazon.negative-feedback",
    title="Negative feedback",
    why="Each rating of 1 or 2 stars makes its order a defect of the order defect rate.",
    metric="negative_feedback",
    severity=sdk.Severity.LOW,
    evaluate=judge,
    limits=(
        sdk.limit(
            "2015-01-01",
            announced="2015-01-01",
            must_be="at_most",
            fail="0",
            trust="suggested",
            source="order-defects",
            note="Amazon limits only the order defect rate; none is this table's proposal. Its first day is"
            " not published.",
        ),
    ),
    steps=(
        sdk.step("sort-causes", "low", "customer_service", channel="Feedback Manager")(
            "Read the comments and sort them into delivery, page, product and service."
        ),
        sdk.step("request-removal", "low", "customer_service", channel="Feedback Manager")(
            "Request removal where one breaks the feedback rules or blames the delivery of an FBA order."
        ),
        sdk.step("solve-then-ask", "medium", "customer_service", keep="the messages")(
            "Solve the buyer's problem, then ask once and neutrally; never pay or press for a change."
        ),
        sdk.step("correct-cause", "medium", "operations")("Correct the page and stock errors behind them."),
        sdk.step("watch-window", "low", "operations")(
            "Look up the order dates: an order leaves the order defect rate 60 days after it was placed."
        ),
    ),
    references=cite("order-defects", "feedback", "metrics", "report-types"),
    since="0.1",
)
