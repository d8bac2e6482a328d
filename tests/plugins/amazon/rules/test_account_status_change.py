from datetime import date

import pytest

from sellervitals import plugin as sdk
from sellervitals.engine import Engine
from sellervitals.plugins import Registry
from sellervitals.testing import RuleTester, case, measurement, snapshot
from sellervitals_amazon.marketplace import AMAZON
from sellervitals_amazon.rules.account_status_change import RULE

DAY = "2026-11-22"


def finding(value, happened):
    engine = Engine(Registry(marketplaces={"amazon": AMAZON}, rules={RULE.id: RULE}))
    told = [measurement("account_status_change", value, window=sdk.Window(happened, happened))]
    [found] = engine.evaluate(snapshot("amazon", told, day=DAY)).findings
    return found


def test_worse_is_judged_by_the_new_status_and_better_passes():
    RuleTester(RULE, marketplace=AMAZON).run(
        [
            case(
                DAY,
                value="NORMAL -> AT_RISK",
                expect="warn",
                severity="high",
                says=("from NORMAL to AT_RISK", "may deactivate", "no general deadline"),
            ),
            case(
                DAY,
                value="AT_RISK -> DEACTIVATED",
                expect="fail",
                severity="critical",
                says=("cannot sell", "open orders"),
            ),
            case(DAY, value="NORMAL -> SUSPENDED", expect="fail", severity="critical"),
            case(DAY, value="AT_RISK -> NORMAL", expect="pass", says="may sell"),
            case(DAY, value="DEACTIVATED -> NORMAL", expect="pass"),
            case(DAY, value="DEACTIVATED -> AT_RISK", expect="pass", says=("better, but still at risk",)),
            case(DAY, value="normal->at risk", expect="warn", severity="high"),
        ]
    )


def test_said_twice_it_is_judged_by_the_status():
    RuleTester(RULE, marketplace=AMAZON).run(
        [
            case(DAY, value="NORMAL -> NORMAL", expect="pass"),
            case(DAY, value="AT_RISK -> AT_RISK", expect="warn"),
            case(DAY, value="DEACTIVATED -> DEACTIVATED", expect="fail"),
        ]
    )


@pytest.mark.parametrize(
    "value",
    [
        "NORMAL -> PURPLE",
        "PURPLE -> NORMAL",
        "NORMAL",
        "AT_RISK",
        "A -> B -> C",
        "->",
        "NOT NORMAL -> NORMAL",
    ],
)
def test_unknown_words_say_nothing(value):
    found = finding(value, date(2026, 11, 1))
    assert found.outcome == "no_data"
    assert found.deadlines == ()


@pytest.mark.parametrize(
    ("happened", "free"),
    [
        (date(2024, 10, 24), date(2025, 1, 22)),
        (date(2024, 10, 25), date(2024, 12, 24)),
        (date(2026, 11, 1), date(2026, 12, 31)),
    ],
)
def test_funds_can_be_asked_for_after_60_days_and_before_october_2024_after_90(happened, free):
    found = finding("AT_RISK -> DEACTIVATED", happened)
    [deadline] = found.deadlines
    assert (deadline.day, deadline.kind) == (free, sdk.DeadlineKind.RELEASE)
    assert str(happened) in found.message


def test_an_at_risk_account_gets_steps_for_today():
    found = finding("NORMAL -> AT_RISK", date(2026, 11, 1))
    first = found.steps[0]
    assert (first.id, first.deadline_days) == ("fetch-report", 0)
    assert AMAZON.scorecard.weights[RULE.id] == 0


def test_at_risk_has_the_days_that_amazon_waits_counted_from_the_change():
    found = finding("NORMAL -> AT_RISK", date(2026, 11, 20))
    assert [(each.day, each.kind.value) for each in found.deadlines] == [(date(2026, 11, 23), "action")] * 2
    assert "quiz" in found.deadlines[0].says
    assert "Assurance" in found.deadlines[1].says
    before = finding("NORMAL -> AT_RISK", date(2022, 10, 31))
    assert [each.day for each in before.deadlines] == [date(2022, 11, 3)]


@pytest.mark.parametrize("happened", [date.max, date(9999, 1, 1)])
def test_no_day_is_counted_beyond_the_calendar(happened):
    assert finding("NORMAL -> AT_RISK", happened).deadlines == ()


def test_without_the_day_of_the_change_no_day_is_named():
    engine = Engine(Registry(marketplaces={"amazon": AMAZON}, rules={RULE.id: RULE}))
    told = [measurement("account_status_change", "NORMAL -> AT_RISK")]
    [found] = engine.evaluate(snapshot("amazon", told, day=DAY)).findings
    assert found.deadlines == ()
