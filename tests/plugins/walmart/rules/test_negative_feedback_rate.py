from sellervitals import plugin as sdk
from sellervitals.engine import Engine
from sellervitals.plugin import percent
from sellervitals.plugins import Registry
from sellervitals.testing import RuleTester, case, measurement, snapshot
from sellervitals_walmart.marketplace import WALMART
from sellervitals_walmart.rules.negative_feedback_rate import RULE

DAY = "2026-11-22"
OWN = sdk.Target(sdk.Comparator("at_most"), percent("3"))
ADVICE = sdk.Target(sdk.Comparator("at_most"), percent("3"), sdk.Trust.SUGGESTED)


def test_at_most_2_percent_since_2026(around, silent_elsewhere):
    RuleTester(RULE, marketplace=WALMART).run(
        [
            *silent_elsewhere,
            *around(DAY, "2", "at_most", bad="fail"),
            *around("2026-01-01", "2", "at_most", bad="fail"),
            *around(DAY, "1.5", "below", bad="warn", good="pass"),
            case(DAY, value=percent("0"), site="US", expect="pass"),
            case(DAY, value=percent("100"), site="US", expect="fail", severity="high"),
            case(DAY, value=percent("100"), site="CA", expect="not_applicable"),
            case("2025-12-31", value=percent("100"), site="US", expect="not_applicable"),
            case(DAY, site="US", expect="no_data"),
        ]
    )


def test_the_standard_in_the_document_outranks_the_table():
    RuleTester(RULE, marketplace=WALMART).run(
        [
            case(DAY, value=percent("1"), target=OWN, site="US", expect="pass"),
            case(
                DAY,
                value=percent("3.1"),
                target=OWN,
                site="US",
                expect="fail",
                says="the target in the document",
            ),
            case(DAY, value=percent("3.1"), target=OWN, site="MX", expect="fail", severity="high"),
            case(DAY, value=percent("3.1"), target=ADVICE, site="US", expect="warn", says="cannot fail"),
            case(DAY, value=percent("2.5"), target=OWN, verdict="GOOD", good=True, site="US", expect="warn"),
            case(DAY, value=percent("0"), site="US", expect="pass"),
        ]
    )


def test_the_steps_of_the_largest_driver_come_first():
    engine = Engine(Registry(marketplaces={"walmart": WALMART}, rules={RULE.id: RULE}))
    shares = {"productQualityRate": percent("0.8"), "lateRate": percent("0.5"), "otherRate": percent("3")}
    given = measurement(RULE.metric, percent("9"), shares=shares, target=OWN)
    [found] = engine.evaluate(snapshot("walmart", [given], day=DAY, site="US")).findings
    assert found.causes == (
        "productQualityRate",
        "lateRate",
    )
    assert [step.id for step in found.steps][:2] == ["weak-items", "late-first"]
    assert len(found.steps) == len(RULE.steps) + 2
