"""Order defect rate: orders with a negative feedback, an A-to-z claim or a service chargeback."""

from sellervitals import plugin as sdk
from sellervitals_amazon.sources import cite


def judge(case: sdk.Case) -> sdk.Verdict:
    """Compare; with defects on the books also warn when at most one more stays within the limit."""
    verdict, counts, limit = sdk.compare(case), case.measurement, case.limit
    if verdict.outcome is not sdk.Outcome.PASS or counts is None or limit is None or limit.fail is None:
        return verdict
    if not counts.numerator or not counts.denominator or not counts.counts_agree:
        return verdict
    one, two = (sdk.Rate(counts.numerator + more, counts.denominator) for more in (1, 2))
    if limit.must_be.holds(two, limit.fail):
        return verdict
    left = "Only one more defect" if limit.must_be.holds(one, limit.fail) else "No further defect"
    message = f"{verdict.message} {left} among these orders stays within it."
    return verdict._replace(outcome=sdk.Outcome.WARN, message=message)


RULE = sdk.Rule(
    id="amazon.order-defect-rate",
    title="Order defect rate",
    why="At 1 % or more Amazon may deactivate the account or the offers that the seller ships itself.",
    metric="order_defect_rate",
    severity=sdk.Severity.CRITICAL,
    evaluate=judge,
    minimum_sample=101,  # fewer orders cannot bear a single defect
    limits=(
        sdk.limit(
            "2015-01-01",
            must_be="below",
            fail=sdk.percent("1"),
            warn=sdk.percent("0.5"),
            source="order-defects",
            note="Its first day is not published; the table starts with 2015.",
        ),
    ),
    steps=(
        sdk.step("list-defects", "low", "customer_service", channel="Account Health > Order Defect Rate")(
            "List the orders behind the defects by feedback, claim and chargeback, and by SKU."
        ),
        sdk.step("solve-open-cases", "medium", "customer_service", days=0, keep="delivery proof, messages")(
            "Refund or replace in every open case today, before the claim is granted."
        ),
        sdk.step("stop-worst-skus", "low", "catalog")("Take the one or two worst SKUs off sale until fixed."),
        sdk.step("answer-in-a-day", "medium", "customer_service", days=1)(
            "Answer every buyer message within 24 hours, weekends included."
        ),
        sdk.step("quiz-or-appeal", "medium", "management", channel="Account Health banner", days=3)(
            "Take the quiz or the appeal that the banner offers; a copy of the help text gives it 72 hours."
        ),
        sdk.step("fix-cause", "high", "operations", keep="what was changed and when")(
            "Fix the shared cause: page text, packing, carrier or supplier; move weak SKUs to FBA."
        ),
    ),
    references=cite("order-defects", "order-defects-offers", "metrics", "feedback"),
    since="0.1",
)
