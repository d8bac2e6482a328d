from sellervitals.engine import Engine
from sellervitals.plugin import percent
from sellervitals.plugins import Registry
from sellervitals.testing import RuleTester, case, measurement, snapshot
from sellervitals_amazon.marketplace import AMAZON
from sellervitals_amazon.rules.business_hours_delivery_rate import RULE


def test_ninety_percent_in_germany_without_consequence_for_a_month():
    RuleTester(RULE, marketplace=AMAZON).run(
        [
            case("2026-09-29", value=percent("50"), expect="not_applicable", site="DE"),
            case("2026-09-30", value=percent("89.9999"), expect="warn", site="DE", says="at least 90 %"),
            case("2026-09-30", value=percent("90"), expect="pass", site="DE"),
            case("2026-09-30", value=percent("90.0001"), expect="pass", site="DE"),
            case("2026-10-29", value=percent("50"), expect="warn", site="DE"),
            case("2026-10-30", value=percent("89.9999"), expect="fail", site="DE", severity="medium"),
            case("2026-10-30", value=percent("90"), expect="pass", site="DE"),
            case("2026-10-30", value=percent("90.0001"), expect="pass", site="DE"),
            case("2026-11-22", value=percent("50"), expect="not_applicable", site="UK"),
            case("2026-11-22", expect="no_data", site="DE"),
        ]
    )


def found(day):
    engine = Engine(Registry(marketplaces={"amazon": AMAZON}, rules={RULE.id: RULE}))
    rate = measurement("business_hours_delivery_rate", percent("85"))
    return engine.evaluate(snapshot("amazon", [rate], day=day, site="DE")).findings[0]


def test_what_begins_with_30_october_is_said_from_30_september_on():
    assert "From 2026-10-30 this would fail" in found("2026-09-30").message
    assert [f"{each.day} {each.kind}" for each in found("2026-10-29").deadlines] == [
        "2026-10-30 limit_change"
    ]
    assert "From" not in found("2026-09-29").message
    assert found("2026-09-29").announced is None
    assert found("2026-10-30").announced is None
