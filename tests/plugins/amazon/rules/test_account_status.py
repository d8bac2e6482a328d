from datetime import date
from decimal import Decimal

import pytest

from sellervitals import plugin as sdk
from sellervitals.engine import Engine
from sellervitals.plugins import Registry
from sellervitals.testing import RuleTester, case, measurement, snapshot
from sellervitals_amazon.marketplace import AMAZON
from sellervitals_amazon.rules.account_status import RULE

DAY = "2026-11-22"


def test_every_known_word_in_any_spelling():
    RuleTester(RULE, marketplace=AMAZON).run(
        [
            case(DAY, value="NORMAL", expect="pass", site="US"),
            case(DAY, value="normal", expect="pass"),
            case("2015-01-01", value="NORMAL", expect="pass", site="MX"),
            case(DAY, value="AT_RISK", expect="fail", severity="high", says="AT_RISK"),
            case(DAY, value="At Risk", expect="fail", severity="high", says="At Risk"),
            case(DAY, value="at-risk", expect="fail", severity="high"),
            case(DAY, value="DEACTIVATED", expect="fail", severity="critical", says="cannot sell"),
            case(DAY, value="SUSPENDED", expect="fail", severity="critical"),
            case(DAY, value="Temporarily suspended", expect="fail", severity="critical"),
            case(DAY, value="ACCOUNT_BLOCKED", expect="fail", severity="critical"),
            case(DAY, expect="no_data"),
        ]
    )


@pytest.mark.parametrize(
    "word", ["UNDER_REVIEW", "NOT_AT_RISK", "NOT SUSPENDED", "REACTIVATED", "ABNORMAL", "NONE", "正常", "?"]
)
def test_an_unknown_word_warns_and_says_so(word):
    RuleTester(RULE, marketplace=AMAZON).run(
        [
            case(DAY, value=word, expect="warn", severity="critical", says=(word, "no known status")),
            case(DAY, value="NORMAL", expect="pass"),
            case(DAY, value="DEACTIVATED", expect="fail"),
        ]
    )


@pytest.mark.parametrize(("word", "health"), [("NORMAL", 1), ("AT_RISK", "0.5"), ("DEACTIVATED", 0)])
def test_a_blocked_account_has_no_health_left(word, health):
    engine = Engine(Registry(marketplaces={"amazon": AMAZON}, rules={RULE.id: RULE}))
    account = snapshot("amazon", [measurement("account_status", word)], day=DAY, site="US")
    assert engine.evaluate(account).findings[0].health == Decimal(health)


def both(status, change, window=None):
    found = [
        measurement("account_status", status, window=window, good=status == "NORMAL"),
        measurement("account_status_change", change),
    ]
    account = snapshot("amazon", found, day=DAY, site="US")
    engine = Engine(Registry(marketplaces={"amazon": AMAZON}, rules={RULE.id: RULE}))
    return engine.evaluate(account).findings[0], AMAZON.level(account).name


def test_a_notification_of_a_deactivation_outranks_a_report_at_risk_that_has_no_day():
    found, level = both("AT_RISK", "AT_RISK -> DEACTIVATED")
    assert (found.outcome, found.severity, level) == ("fail", "critical", "DEACTIVATED")
    assert "AT_RISK in a report that does not say of when it is, and DEACTIVATED in a notif" in found.message


@pytest.mark.parametrize(
    ("status", "change", "window"),
    [
        ("AT_RISK", "DEACTIVATED -> AT_RISK", None),
        ("AT_RISK", "NORMAL -> AT_RISK", None),
        ("NORMAL", "AT_RISK -> DEACTIVATED", None),
        ("AT_RISK", "AT_RISK -> DEACTIVATED", sdk.Window(date(2026, 11, 21), date(2026, 11, 21))),
    ],
)
def test_else_the_status_that_counts_stays(status, change, window):
    found, level = both(status, change, window)
    assert (level, "notification" in found.message) == (status, False)
