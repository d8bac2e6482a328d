from datetime import date

import pytest

from sellervitals import plugin as sdk
from sellervitals.testing import RuleTester, case, measurement
from sellervitals_shopee.documents import punishment_history
from sellervitals_shopee.limits.penalty_tiers import WORDS
from sellervitals_shopee.marketplace import SHOPEE
from sellervitals_shopee.rules.penalty_tier import RULE

DAY = "2026-11-22"


def test_the_tier_that_shopee_names_is_judged_by_what_it_takes_away():
    RuleTester(RULE, marketplace=SHOPEE).run(
        [
            case(DAY, value="No tier", expect="pass"),
            case(DAY, value="Tier 1", expect="fail", severity="high", says="no marketing campaigns"),
            case(DAY, value="Tier 2", expect="fail", severity="critical"),
            case(DAY, value="Tier 3", expect="fail", severity="critical"),
            case(DAY, value="Tier 4", expect="fail", severity="critical", says="no new listings"),
            case(DAY, value="Tier 5", expect="fail", severity="critical", says="frozen"),
            case(DAY, value="Tier 6", expect="warn", says="no known word"),
            case(DAY, expect="no_data"),
        ]
    )


@pytest.mark.parametrize(
    ("day", "outcome"), [("2025-01-05", "fail"), ("2025-01-06", "no_data"), ("2026-11-22", "no_data")]
)
def test_a_tier_from_before_a_reset_is_gone(judge_all, day, outcome):
    window = sdk.Window(None, date(2024, 10, 11))
    given = measurement("penalty_tier", "Tier 3", window=window)
    (found,) = (each for each in judge_all([given], day=day).findings if each.rule is RULE)
    assert found.outcome == outcome


def test_a_tier_of_the_last_day_there_is_has_no_reset_after_it(judge_all):
    given = measurement("penalty_tier", "Tier 3", window=sdk.Window(None, date.max))
    (found,) = (each for each in judge_all([given], day=DAY).findings if each.rule is RULE)
    assert found.outcome == "fail"


@pytest.mark.parametrize(("day", "outcome"), [("2024-11-08", "fail"), ("2024-11-09", "warn")])
def test_what_a_tier_took_away_is_not_said_after_its_punishments_have_ended(judge_all, payload, day, outcome):
    listed = punishment_history.read(payload("get_punishment_history.ongoing.sample")).measurements
    (found,) = (each for each in judge_all(listed, day=day).findings if each.rule is RULE)
    assert found.outcome == outcome
    assert ("As published in 2019" in found.message) == (outcome == "fail")
    assert ("the last on 2024-11-08; the points behind it stay" in found.message) == (outcome == "warn")


def test_a_graver_tier_is_less_healthy():
    healths = [each.health for each in WORDS if each.health is not None]
    assert healths == sorted(healths, reverse=True)
    assert len(set(healths)) == 5
