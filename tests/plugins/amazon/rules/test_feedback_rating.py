from datetime import date

from sellervitals.engine import Engine
from sellervitals.intake import take
from sellervitals.plugin import percent
from sellervitals.plugins import Registry, discover
from sellervitals.testing import RuleTester, case
from sellervitals_amazon.marketplace import AMAZON
from sellervitals_amazon.rules.feedback_rating import RULE
from sellervitals_amazon.rules.report_consistency import RULE as CONSISTENCY

DAY = "2026-11-22"


def judged(**given):
    request = {
        "account": {"marketplace": "amazon", "site": "US"},
        "metrics": {"feedback_positive_share": {"segment": "365d", **given}},
    }
    [account] = take(discover(), request, today=date(2026, 11, 22))
    rules = {rule.id: rule for rule in (RULE, CONSISTENCY)}
    findings = Engine(Registry(marketplaces={"amazon": AMAZON}, rules=rules)).evaluate(account).findings
    return {each.rule.id: each for each in findings}


def test_below_95_percent_warns_and_nothing_can_fail():
    RuleTester(RULE, marketplace=AMAZON).run(
        [
            case(DAY, value=percent("95.0001"), expect="pass", segment="30d"),
            case(DAY, value=percent("95"), expect="pass", segment="365d"),
            case(DAY, value=percent("94.9999"), expect="warn", segment="365d", severity="low"),
            case(DAY, value=percent("0"), expect="warn", segment="lifetime", says="suggested"),
            case(DAY, numerator=0, denominator=0, expect="no_data", segment="90d"),
            case("2015-01-01", value=percent("90"), expect="warn"),
            case("2014-12-31", value=percent("90"), expect="not_applicable"),
            case(DAY, expect="no_data"),
        ]
    )


def test_row_26_90_of_100_ratings_are_90_percent():
    found = judged(numerator=55 + 35, denominator=100)[RULE.id]
    assert found.value == percent("90")
    assert (found.outcome, found.low_sample) == ("warn", False)


def test_row_26_1001_of_1020_are_shown_as_98_percent_without_contradiction():
    for written in ({"value": "98", "unit": "percent"}, {"value": "0.98", "unit": "ratio"}):
        found = judged(numerator=1001, denominator=1020, **written)
        assert found[RULE.id].value.display().startswith("98.1")
        assert found[RULE.id].outcome == "pass"
        assert found[CONSISTENCY.id].outcome == "pass"


def test_row_26_97_percent_for_the_same_counts_is_a_contradiction():
    found = judged(numerator=1001, denominator=1020, value="97", unit="percent")
    assert found[RULE.id].value == percent("97")
    assert found[CONSISTENCY.id].outcome == "warn"


def test_fewer_than_10_ratings_are_a_low_sample():
    assert judged(numerator=9, denominator=9)[RULE.id].low_sample
    assert not judged(numerator=10, denominator=10)[RULE.id].low_sample
