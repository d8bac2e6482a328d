from sellervitals import plugin as sdk
from sellervitals.engine import Engine
from sellervitals.plugin import percent
from sellervitals.plugins import Registry
from sellervitals.testing import RuleTester, case, measurement, snapshot
from sellervitals_walmart.marketplace import WALMART
from sellervitals_walmart.rules.late_shipment_rate import RULE

DAY = "2026-11-22"
OWN = sdk.Target(sdk.Comparator("at_most"), percent("7"))
ADVICE = sdk.Target(sdk.Comparator("at_most"), percent("7"), sdk.Trust.SUGGESTED)


def test_five_percent_is_a_coming_standard_and_can_only_warn(around, silent_elsewhere):
    RuleTester(RULE, marketplace=WALMART).run(
        [
            *silent_elsewhere,
            *around(DAY, "5", "at_most", bad="warn"),
            *around("2026-05-01", "5", "at_most", bad="warn"),
            *around(DAY, "4", "below", bad="warn", good="pass"),
            case(DAY, value=percent("0"), site="US", expect="pass"),
            case(DAY, value=percent("100"), site="US", expect="warn", severity="medium"),
            case(DAY, value=percent("100"), site="CA", expect="not_applicable"),
            case("2026-04-30", value=percent("100"), site="US", expect="not_applicable"),
            case(DAY, site="US", expect="no_data"),
        ]
    )


def test_the_standard_in_the_document_outranks_the_table():
    RuleTester(RULE, marketplace=WALMART, worst="fail").run(
        [
            case(DAY, value=percent("3"), target=OWN, site="US", expect="pass"),
            case(
                DAY,
                value=percent("7.1"),
                target=OWN,
                site="US",
                expect="fail",
                says="the target in the document",
            ),
            case(DAY, value=percent("7.1"), target=OWN, site="MX", expect="fail", severity="medium"),
            case(DAY, value=percent("7.1"), target=ADVICE, site="US", expect="warn", says="cannot fail"),
            case(DAY, value=percent("6"), target=OWN, verdict="GOOD", good=True, site="US", expect="warn"),
            case(DAY, value=percent("0"), site="US", expect="pass"),
        ]
    )


def test_the_steps_of_the_largest_driver_come_first():
    engine = Engine(Registry(marketplaces={"walmart": WALMART}, rules={RULE.id: RULE}))
    shares = {"missingOrInvalidRate": percent("0.6"), "lateShipmentRate": percent("3.5")}
    given = measurement(RULE.metric, percent("9"), shares=shares, target=OWN)
    [found] = engine.evaluate(snapshot("walmart", [given], day=DAY, site="US")).findings
    assert found.causes == (
        "lateShipmentRate",
        "missingOrInvalidRate",
    )
    assert [step.id for step in found.steps][:2] == ["lag-time-that-holds", "valid-number"]
    assert len(found.steps) == len(RULE.steps) + 2
