from sellervitals import plugin as sdk
from sellervitals.engine import Engine
from sellervitals.plugin import percent
from sellervitals.plugins import Registry
from sellervitals.testing import RuleTester, case, measurement, snapshot
from sellervitals_walmart.marketplace import WALMART
from sellervitals_walmart.rules.on_time_delivery_rate import RULE

DAY = "2026-11-22"
OWN = sdk.Target(sdk.Comparator("at_least"), percent("80"))
ADVICE = sdk.Target(sdk.Comparator("at_least"), percent("80"), sdk.Trust.SUGGESTED)


def test_at_least_90_percent_and_over_95_until_mid_2025(around, silent_elsewhere):
    RuleTester(RULE, marketplace=WALMART).run(
        [
            *silent_elsewhere,
            *around("2025-06-30", "95", "above"),
            *around("2025-07-01", "90", "above"),
            *around("2025-10-27", "90", "above"),
            *around("2025-10-28", "90", "at_least"),
            *around(DAY, "90", "at_least"),
            *around(DAY, "92.5", "at_least", bad="warn", good="pass"),
            *around(DAY, "90", "above", site="CA"),
            *around("2024-10-01", "90", "above", site="CA"),
            case(DAY, value=percent("100"), site="US", expect="pass"),
            case(DAY, value=percent("0"), site="US", expect="fail", severity="high"),
            case("2023-12-31", value=percent("90"), site="US", expect="not_applicable"),
            case("2024-01-01", value=percent("90"), site="US", expect="fail"),
            case("2024-09-30", value=percent("90"), site="CA", expect="not_applicable"),
            case(DAY, site="US", expect="no_data"),
        ]
    )


def test_the_standard_in_the_document_outranks_the_table():
    RuleTester(RULE, marketplace=WALMART).run(
        [
            case(DAY, value=percent("95"), target=OWN, site="US", expect="pass"),
            case(
                DAY,
                value=percent("79.9"),
                target=OWN,
                site="US",
                expect="fail",
                says="the target in the document",
            ),
            case(DAY, value=percent("79.9"), target=OWN, site="MX", expect="fail", severity="high"),
            case(DAY, value=percent("79.9"), target=ADVICE, site="US", expect="warn", says="cannot fail"),
            case(DAY, value=percent("85"), target=OWN, verdict="GOOD", good=True, site="US", expect="warn"),
            *(
                case(day, value=percent("100"), site=site, expect="pass")
                for day, site in (("2024-01-01", "US"), ("2025-07-01", "US"), (DAY, "US"), (DAY, "CA"))
            ),
        ]
    )


def test_the_steps_of_the_largest_driver_come_first():
    engine = Engine(Registry(marketplaces={"walmart": WALMART}, rules={RULE.id: RULE}))
    shares = {
        "carrierDelaysRate": percent("1"),
        "lateShipmentRate": percent("5"),
        "noCarrierScanRate": percent("0"),
    }
    given = measurement(RULE.metric, percent("70"), shares=shares, target=OWN)
    [found] = engine.evaluate(snapshot("walmart", [given], day=DAY, site="US")).findings
    assert found.causes == (
        "lateShipmentRate",
        "carrierDelaysRate",
    )
    assert [step.id for step in found.steps][:2] == ["real-lag-time", "weak-lanes"]
    assert len(found.steps) == len(RULE.steps) + 2
