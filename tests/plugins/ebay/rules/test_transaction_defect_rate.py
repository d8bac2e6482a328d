from sellervitals import plugin as sdk
from sellervitals.engine import Engine
from sellervitals.plugin import percent
from sellervitals.plugins import Registry
from sellervitals.testing import RuleTester, case, measurement, snapshot
from sellervitals_ebay.marketplace import EBAY
from sellervitals_ebay.rules.transaction_defect_rate import RULE

ENGINE = Engine(Registry(marketplaces={EBAY.id: EBAY}, rules={RULE.id: RULE}))
DAY = "2026-11-22"
US, UK, DE, GLOBAL = "PROGRAM_US", "PROGRAM_UK", "PROGRAM_DE", "PROGRAM_GLOBAL"
TWO = sdk.Target(sdk.Comparator.AT_MOST, percent("2"))
BUYERS = "buyers"
OF = {"denominator": 1000}


def us(*, expect, **more):
    return case(DAY, site=US, expect=expect, **more)


def test_over_2_percent_and_from_5_buyers_on():
    RuleTester(RULE, marketplace=EBAY).run(
        [
            us(numerator=20, **OF, expect="warn"),
            us(numerator=21, **OF, expect="fail", severity="critical", says="extra fee"),
            us(numerator=4, denominator=100, expect="warn"),
            us(
                numerator=5,
                denominator=100,
                expect="fail",
                says=("at most 2 % or at most 4 buyers", "not certain: how many buyers there are"),
            ),
            us(numerator=30, denominator=100, parts={BUYERS: 4}, expect="warn"),
            us(numerator=30, denominator=100, parts={BUYERS: 5}, expect="fail"),
            us(numerator=5, **OF, expect="pass"),
            us(numerator=6, **OF, expect="warn"),
            us(numerator=3, denominator=100, expect="pass"),
            us(numerator=6, **OF, parts={BUYERS: 3}, expect="pass"),
            us(numerator=0, denominator=0, expect="no_data"),
            us(expect="no_data"),
            case(DAY, site=GLOBAL, numerator=21, **OF, expect="fail"),
            case(DAY, site=GLOBAL, numerator=20, **OF, expect="warn"),
            case(DAY, site=UK, numerator=21, **OF, expect="warn", says="cannot fail"),
            case(DAY, site=DE, numerator=21, **OF, expect="warn"),
            case(DAY, numerator=21, **OF, expect="not_applicable"),
            case("2016-02-20", site=US, numerator=21, **OF, expect="fail"),
            case("2016-02-19", site=US, numerator=21, **OF, expect="not_applicable"),
            # a rate alone can only warn: nobody knows how many buyers there were
            us(value=percent("0.5"), expect="pass"),
            us(value=percent("0.5001"), expect="warn"),
            us(value=percent("2"), expect="warn"),
            us(value=percent("2.0001"), expect="warn"),
            case(DAY, site=GLOBAL, value=percent("2.0001"), expect="warn"),
            # eBay's own word settles what the numbers leave open, and no more
            us(numerator=5, denominator=100, verdict="BELOW_STANDARD", good=False, expect="fail"),
            us(
                numerator=5,
                denominator=100,
                verdict="ABOVE_STANDARD",
                good=True,
                expect="warn",
                says="eBay itself rates it Above Standard",
            ),
            us(numerator=5, denominator=100, verdict="ABOVE_STANDARD", parts={BUYERS: 5}, expect="fail"),
            us(value=percent("2.61"), verdict="BELOW_STANDARD", good=False, expect="fail"),
            us(value=percent("1.9"), verdict="BELOW_STANDARD", good=False, expect="warn"),
            us(verdict="BELOW_STANDARD", good=False, expect="fail", says="rates it Below Standard"),
            us(verdict="TOP_RATED", good=True, expect="pass"),
            us(verdict="Fine", expect="no_data"),
            case(DAY, site=UK, numerator=21, **OF, verdict="BELOW_STANDARD", expect="fail"),
            # the bound of a profile outranks the table and keeps its buyers
            case(DAY, site=DE, numerator=21, **OF, target=TWO, expect="fail", says="the document"),
            case(DAY, site=UK, numerator=4, denominator=100, target=TWO, expect="warn"),
            case(DAY, site=GLOBAL, numerator=5, **OF, target=TWO, expect="pass"),
            case(DAY, numerator=21, **OF, target=TWO, expect="fail"),
            us(numerator=6, **OF, target=TWO, expect="warn"),
            # a forecast only warns
            us(segment="projected", numerator=13, denominator=498, expect="warn", says="forecast"),
            us(segment="projected", numerator=13, denominator=498, target=TWO, expect="warn"),
            us(segment="projected", verdict="BELOW_STANDARD", good=False, expect="warn"),
            us(segment="projected", numerator=1, denominator=498, expect="pass"),
        ]
    )


def test_a_failure_by_counted_buyers_is_certain():
    # the number of buyers was reported, or eBay says itself that the metric is Below Standard
    for more in ({"parts": {BUYERS: 5}}, {"verdict": "BELOW_STANDARD", "good": False}):
        given = measurement("transaction_defect_rate", numerator=5, denominator=100, **more)
        judged = ENGINE.evaluate(snapshot(EBAY.id, [given], day=DAY, site=US))
        (found,) = (each for each in judged.findings if each.rule is RULE)
        assert found.outcome == "fail"
        assert "certain" not in found.message
