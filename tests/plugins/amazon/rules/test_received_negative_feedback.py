"""How a trend is judged stands in ``test_trend.py``; here is what this rule adds."""

import pytest

from sellervitals_amazon.marketplace import AMAZON
from sellervitals_amazon.rules.received_negative_feedback import RULE


@pytest.mark.parametrize(("ratings", "outcome"), [(9, "pass"), (10, "warn")])
def test_ten_ratings_are_enough_to_compare(judge_weeks, ratings, outcome):
    found = judge_weeks(RULE, (1, 20), (2, 20), (0, 20), (5, ratings))
    assert found.outcome == outcome
    assert AMAZON.scorecard.weights[RULE.id] == 0
