"""How a trend is judged stands in ``test_trend.py``; here is what this rule adds."""

from sellervitals_amazon.marketplace import AMAZON
from sellervitals_amazon.rules.refund_rate import RULE


def test_more_than_all_is_a_rate_like_any_other(judge_weeks):
    found = judge_weeks(RULE, (1, 40), (2, 40), (1, 40), (44, 40))
    assert found.outcome == "warn"
    assert "110 %" in found.message
    assert AMAZON.scorecard.weights[RULE.id] == 0
