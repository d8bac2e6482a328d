from datetime import date

from sellervitals.engine import Engine
from sellervitals.plugins import Registry
from sellervitals.testing import RuleTester, case, measurement, snapshot
from sellervitals_ebay.marketplace import EBAY
from sellervitals_ebay.rules.seller_level import RULE

DAY = "2026-11-19"


def test_ebays_word_is_mirrored_and_a_forecast_only_warns():
    RuleTester(RULE, marketplace=EBAY).run(
        [
            case(DAY, value="TOP_RATED", site="PROGRAM_US", expect="pass"),
            case(DAY, value="ABOVE_STANDARD", site="PROGRAM_US", expect="pass", says="minimum is met"),
            case(
                DAY,
                value="BELOW_STANDARD",
                site="PROGRAM_US",
                expect="fail",
                severity="critical",
                says=("extra final value fee", "search", "held"),
            ),
            case(DAY, value="Below Standard", site="PROGRAM_GLOBAL", expect="fail"),
            case(DAY, value="BELOW_STANDARD", expect="fail"),
            case(
                DAY,
                value="BELOW_STANDARD",
                site="PROGRAM_US",
                segment="projected",
                expect="warn",
                severity="critical",
                says=("BELOW_STANDARD", "forecast", "on a 20th"),
            ),
            case(DAY, value="TOP_RATED", site="PROGRAM_US", segment="projected", expect="pass"),
            case(DAY, value="SUSPENDED", site="PROGRAM_US", expect="warn", says="no known word"),
            case(DAY, expect="no_data"),
        ]
    )


def judged(day, **more):
    engine = Engine(Registry(marketplaces={"ebay": EBAY}, rules={RULE.id: RULE}))
    level = measurement("seller_level", "BELOW_STANDARD", **more)
    return engine.evaluate(snapshot("ebay", [level], day=day, site="PROGRAM_US"))


def test_an_open_level_names_the_next_evaluation_and_the_days_left():
    for day, next_, left in (
        ("2026-11-19", date(2026, 11, 20), "tomorrow"),
        ("2026-11-21", date(2026, 12, 20), "in 29 days"),
        ("2026-12-31", date(2027, 1, 20), "in 20 days"),
    ):
        [found] = judged(day).findings
        [evaluation] = found.deadlines
        assert (evaluation.day, evaluation.kind) == (next_, "review")
        assert left in evaluation.says


def test_a_forecast_never_caps_the_score():
    assert judged("2026-11-19").score.cap is not None
    assert judged("2026-11-19", segment="projected").score.cap is None
