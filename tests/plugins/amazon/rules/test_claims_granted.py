"""How a trend is judged stands in ``test_trend.py``; here is what this rule adds."""

from sellervitals_amazon.marketplace import AMAZON
from sellervitals_amazon.rules.claims_granted import RULE


def test_the_first_claim_after_quiet_weeks_is_worth_a_warning_that_does_not_count(judge_weeks):
    found = judge_weeks(RULE, 0, 0, 0, 1)
    assert (found.outcome, found.severity, found.points_lost) == ("warn", "low", None)
    assert judge_weeks(RULE, 0, 1, 0, 1).outcome == "pass"
    assert "order defect rate" in RULE.why
    assert AMAZON.scorecard.weights[RULE.id] == 0
