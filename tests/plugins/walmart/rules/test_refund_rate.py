from sellervitals import plugin as sdk
from sellervitals.engine import Engine
from sellervitals.plugin import percent
from sellervitals.plugins import Registry
from sellervitals.testing import RuleTester, case, measurement, snapshot
from sellervitals_walmart.marketplace import WALMART
from sellervitals_walmart.rules.refund_rate import RULE

DAY = "2026-11-22"
OWN = sdk.Target(sdk.Comparator("at_most"), percent("8"))
ADVICE = sdk.Target(sdk.Comparator("at_most"), percent("8"), sdk.Trust.SUGGESTED)


def test_at_most_6_percent_until_march_2027(around, silent_elsewhere):
    RuleTester(RULE, marketplace=WALMART).run(
        [
            *silent_elsewhere,
            *around("2025-10-27", "6", "below"),
            *around(DAY, "6", "at_most"),
            *around("2025-10-28", "6", "at_most"),
            *around(DAY, "4.5", "below", bad="warn", good="pass"),
            *around(DAY, "13", "below", site="CA"),
            *around("2024-10-01", "13", "below", site="CA"),
            case(DAY, value=percent("0"), site="US", expect="pass"),
            case(DAY, value=percent("100"), site="US", expect="fail", severity="high"),
            case("2023-12-31", value=percent("6"), site="US", expect="not_applicable"),
            case("2024-01-01", value=percent("6"), site="US", expect="fail"),
            case("2024-09-30", value=percent("13"), site="CA", expect="not_applicable"),
            case("2027-03-26", value=percent("6.1"), site="US", expect="fail"),
            case("2027-03-27", value=percent("6.1"), site="US", expect="not_applicable"),
            case("2027-03-27", value=percent("13"), site="CA", expect="fail"),
            case(DAY, site="US", expect="no_data"),
        ]
    )


def test_the_standard_in_the_document_outranks_the_table():
    RuleTester(RULE, marketplace=WALMART).run(
        [
            case(DAY, value=percent("4"), target=OWN, site="US", expect="pass"),
            case(
                DAY,
                value=percent("8.1"),
                target=OWN,
                site="US",
                expect="fail",
                says="the target in the document",
            ),
            case(DAY, value=percent("8.1"), target=OWN, site="MX", expect="fail", severity="high"),
            case(DAY, value=percent("8.1"), target=ADVICE, site="US", expect="warn", says="cannot fail"),
            case(DAY, value=percent("7"), target=OWN, verdict="GOOD", good=True, site="US", expect="warn"),
            *(
                case(day, value=percent("0"), site=site, expect="pass")
                for day, site in (("2024-01-01", "US"), (DAY, "US"), (DAY, "CA"))
            ),
        ]
    )


def test_the_steps_of_the_largest_driver_come_first():
    engine = Engine(Registry(marketplaces={"walmart": WALMART}, rules={RULE.id: RULE}))
    shares = {"lostRate": percent("3"), "damagedRate": percent("1"), "defectiveRate": percent("2")}
    given = measurement(RULE.metric, percent("9"), shares=shares, target=OWN)
    [found] = engine.evaluate(snapshot("walmart", [given], day=DAY, site="US")).findings
    assert found.causes == (
        "lostRate",
        "defectiveRate",
        "damagedRate",
    )
    assert [step.id for step in found.steps][:3] == ["watch-parcels", "pull-defective", "stronger-packing"]
    assert len(found.steps) == len(RULE.steps) + 3
