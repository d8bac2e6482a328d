from sellervitals import plugin as sdk
from sellervitals.engine import Engine
from sellervitals.plugin import percent
from sellervitals.plugins import Registry
from sellervitals.testing import RuleTester, case, measurement, snapshot
from sellervitals_ebay.marketplace import EBAY
from sellervitals_ebay.rules.cases_closed_without_resolution import RULE

ENGINE = Engine(Registry(marketplaces={EBAY.id: EBAY}, rules={RULE.id: RULE}))
DAY = "2026-11-22"
LINE = sdk.Target(sdk.Comparator.AT_MOST, percent("0.3"))


def test_at_most_2_or_03_percent_whichever_is_higher():
    RuleTester(RULE, marketplace=EBAY).run(
        [
            case(DAY, site="PROGRAM_US", numerator=3, denominator=1000, expect="pass"),
            case(DAY, site="PROGRAM_US", numerator=4, denominator=1000, expect="fail", severity="critical"),
            case(DAY, site="PROGRAM_US", numerator=2, denominator=100, expect="pass"),
            case(DAY, site="PROGRAM_US", numerator=3, denominator=100, expect="fail", says="or at most 2"),
            case(DAY, site="PROGRAM_US", value=percent("0.3"), expect="pass"),
            case(DAY, site="PROGRAM_US", value=percent("0.3001"), expect="warn"),
            case(DAY, site="PROGRAM_US", value=percent("0.8"), verdict="BELOW_STANDARD", expect="fail"),
            case(DAY, site="PROGRAM_GLOBAL", numerator=3, denominator=100, expect="fail"),
            case(DAY, site="PROGRAM_UK", numerator=3, denominator=100, expect="warn"),
            case(DAY, site="PROGRAM_UK", numerator=3, denominator=100, target=LINE, expect="fail"),
            case(DAY, site="PROGRAM_UK", numerator=2, denominator=100, target=LINE, expect="pass"),
            case(DAY, numerator=3, denominator=100, expect="not_applicable"),
            case(DAY, site="PROGRAM_US", segment="projected", numerator=4, denominator=498, expect="warn"),
            case("2016-02-19", site="PROGRAM_US", numerator=3, denominator=100, expect="not_applicable"),
            case(DAY, site="PROGRAM_US", expect="no_data"),
        ]
    )


def test_what_fails_by_ebays_own_word_is_not_said_to_be_unable_to_fail():
    given = measurement("cases_closed_without_resolution_rate", numerator=3, denominator=500)
    given = given._replace(verdict="BELOW_STANDARD", good=False)
    judged = ENGINE.evaluate(snapshot(EBAY.id, [given], day=DAY, site="PROGRAM_DE"))
    (found,) = (each for each in judged.findings if each.rule is RULE)
    assert found.outcome == "fail"
    assert "cannot fail" not in found.message
    assert found.message.endswith("eBay itself rates it Below Standard at 0.6 %, beyond 0.3 %.")
