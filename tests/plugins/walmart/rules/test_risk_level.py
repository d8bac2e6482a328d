import pytest

from sellervitals.engine import Engine
from sellervitals.plugins import discover
from sellervitals.testing import RuleTester, case, measurement, snapshot
from sellervitals_walmart.marketplace import WALMART
from sellervitals_walmart.rules.risk_level import RULE

DAY = "2026-11-22"
WORDS = {
    "GOOD": "pass",
    "Good": "pass",
    "Meets standard": "pass",
    "MEETS STANDARD": "pass",
    "Meets Standards": "pass",
    "MONITOR": "warn",
    "Monitor": "warn",
    "Needs Attention": "warn",
    "NEEDS_ATTENTION": "warn",
    "URGENT": "fail",
    "Urgent": "fail",
    "URGENT REVIEW": "fail",
    "Urgent Review": "fail",
}
GRAVITY = {"pass": None, "warn": "medium", "fail": "critical"}


def test_every_spelling_of_every_word():
    RuleTester(RULE, marketplace=WALMART).run(
        [
            *(
                case(DAY, value=word, segment="cancellation_rate", expect=outcome, severity=GRAVITY[outcome])
                for word, outcome in WORDS.items()
            ),
            case(DAY, value="GOOD", segment="return_rate", site="CA", expect="pass", says="return_rate"),
            case(DAY, value="URGENT", expect="fail", says="urgent"),
            case(DAY, value="NOT GOOD", expect="warn", says="no known word"),
            case(DAY, value="SPLENDID", expect="warn", says="no known word"),
            case(DAY, expect="no_data"),
        ]
    )


@pytest.mark.parametrize(("word", "most"), [("URGENT", 49), ("MONITOR", 100), ("GOOD", 100)])
def test_what_is_urgent_caps_the_score(word, most):
    given = [
        measurement("risk_level", "GOOD", segment="return_rate"),
        measurement("risk_level", word, segment="cancellation_rate"),
    ]
    score = Engine(discover()).evaluate(snapshot("walmart", given, day=DAY, site="US")).score
    assert score.value <= most
    assert (score.cap is not None) == (most < 100)
