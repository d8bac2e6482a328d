"""Order defect rate: orders with a negative feedback, an A-to-z claim or a service chargeback."""

from sellervitals import plugin as sdk
from sellervitals_amazon.remedies.order_defects import CAUSES, STEPS
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
            announced="2015-01-01",
            must_be="below",
            fail=sdk.percent("1"),
            warn=sdk.percent("0.5"),
            source="order-defects",
            note="Its first day is not published; the table starts with 2015.",
        ),
    ),
    steps=STEPS,
    causes=CAUSES,
    references=cite("order-defects", "order-defects-offers", "metrics", "feedback"),
    since="0.1",
)
