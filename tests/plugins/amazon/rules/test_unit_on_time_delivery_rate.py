from sellervitals import plugin as sdk
from sellervitals.engine import Engine
from sellervitals.plugin import percent
from sellervitals.plugins import Registry
from sellervitals.testing import RuleTester, case, measurement, snapshot
from sellervitals_amazon.marketplace import AMAZON
from sellervitals_amazon.rules.unit_on_time_delivery_rate import RULE

DAY = "2026-11-22"
ABOVE_90 = sdk.Target(sdk.Comparator.ABOVE, percent("90"))
AT_LEAST_95 = sdk.Target(sdk.Comparator.AT_LEAST, percent("95"))
EIGHTY = sdk.Target(sdk.Comparator.AT_LEAST, percent("80"))

# each table reaches every dated limit once
REACHED = [
    case("2024-09-25", value=percent("99"), expect="pass", site="US"),
    case("2025-09-16", value=percent("99"), expect="pass", site="UK"),
    case("2026-02-02", value=percent("99"), expect="pass", site="UK"),
    case("2026-09-01", value=percent("99"), expect="pass", site="DE"),
]


def test_at_least_90_percent_in_the_us_since_september_2024():
    RuleTester(RULE, marketplace=AMAZON).run(
        [
            *REACHED,
            case(DAY, value=percent("95.0001"), expect="pass", site="US"),
            case(DAY, value=percent("95"), expect="pass", site="US"),
            case(DAY, value=percent("94.9999"), expect="warn", site="US", says="95 %"),
            case(DAY, value=percent("90.0001"), expect="warn", site="US"),
            case(DAY, value=percent("90"), expect="warn", site="US", says="at least 90 %"),
            case(DAY, value=percent("89.9999"), expect="fail", site="US", severity="high"),
            case("2024-09-25", value=percent("89"), expect="fail", site="US"),
            case("2024-09-24", value=percent("89"), expect="not_applicable", site="US"),
            case(DAY, numerator=146, denominator=165, expect="fail", site="US", verdict="GOOD", good=True),
            case(DAY, numerator=9, denominator=10, expect="warn", site="US"),
            case(DAY, numerator=8, denominator=10, expect="fail", site="US"),
            case(DAY, numerator=0, denominator=0, expect="no_data", site="US"),
            case(DAY, expect="no_data", site="US"),
        ]
    )


def test_the_uk_warns_before_it_enforces():
    RuleTester(RULE, marketplace=AMAZON).run(
        [
            *REACHED,
            case("2025-09-15", value=percent("50"), expect="not_applicable", site="UK"),
            case(
                "2025-09-16",
                value=percent("50"),
                expect="warn",
                site="UK",
                says="at least 90 %, so this cannot",
            ),
            case("2025-10-16", value=percent("89.9999"), expect="warn", site="UK"),
            case("2025-10-16", value=percent("90"), expect="pass", site="UK"),
            case("2025-10-16", value=percent("90.0001"), expect="pass", site="UK"),
            case("2026-02-01", value=percent("50"), expect="warn", site="UK"),
            case("2026-02-02", value=percent("50"), expect="fail", site="UK"),
            case("2026-02-02", value=percent("89.9999"), expect="fail", site="UK"),
            case("2026-02-02", value=percent("90"), expect="warn", site="UK"),
            case("2026-02-02", value=percent("90.0001"), expect="warn", site="UK"),
            case("2026-02-02", value=percent("95"), expect="pass", site="UK"),
            case("2026-02-02", value=percent("94.9999"), expect="warn", site="UK"),
        ]
    )


def test_the_uk_ladder_step_by_step():
    can_switch_on, plan = "you can switch them on again", "a plan of action"
    blocked = "until Amazon has accepted a detailed request"
    RuleTester(RULE, marketplace=AMAZON).run(
        [
            *REACHED,
            case(DAY, value=percent("90"), expect="warn", site="UK", severity="high"),
            case(DAY, value=percent("89.9"), expect="fail", site="UK", severity="medium", says=can_switch_on),
            case(DAY, value=percent("80.1"), expect="fail", site="UK", severity="medium", says=can_switch_on),
            case(DAY, value=percent("80"), expect="fail", site="UK", severity="medium", says=can_switch_on),
            case(DAY, value=percent("79.9"), expect="fail", site="UK", severity="high", says=plan),
            case(DAY, value=percent("60.1"), expect="fail", site="UK", severity="high", says=plan),
            case(DAY, value=percent("60"), expect="fail", site="UK", severity="high", says=plan),
            case(DAY, value=percent("59.9"), expect="fail", site="UK", severity="critical", says=blocked),
            case(DAY, value=percent("0"), expect="fail", site="UK", severity="critical", says=blocked),
            case("2026-02-02", value=percent("59.9"), expect="fail", site="UK", severity="critical"),
            # too few units: nothing is enforced, so no step is reached
            case(DAY, numerator=5, denominator=19, expect="warn", site="UK", severity="high"),
            case(DAY, numerator=5, denominator=20, expect="fail", site="UK", severity="critical"),
            # the document asks for more than the ladder's first step
            case(DAY, value=percent("94"), target=AT_LEAST_95, expect="fail", site="UK", severity="high"),
        ]
    )


def test_since_september_2026_the_uk_hears_that_stricter_steps_are_announced():
    stricter = "Stricter steps are announced from September 2026, without figures."
    RuleTester(RULE, marketplace=AMAZON).run(
        [
            *REACHED,
            case("2026-08-31", value=percent("79.9"), expect="fail", site="UK", says="a plan of action."),
            case(
                "2026-09-01", value=percent("79.9"), expect="fail", site="UK", severity="high", says=stricter
            ),
        ]
    )
    engine = Engine(Registry(marketplaces={"amazon": AMAZON}, rules={RULE.id: RULE}))
    rate = measurement("unit_on_time_delivery_rate", percent("79.9"))
    [found] = engine.evaluate(snapshot("amazon", [rate], day="2026-08-31", site="UK")).findings
    assert stricter not in found.message


def test_the_ladder_is_the_uks_alone_and_the_us_takes_listings_first_since_february_2026():
    first = "The listings that pull the rate down are switched off first"
    RuleTester(RULE, marketplace=AMAZON).run(
        [
            *REACHED,
            case(DAY, value=percent("50"), expect="fail", site="DE", severity="high"),
            case("2026-02-28", value=percent("89.9"), expect="fail", site="US", severity="high", says=first),
            case("2026-02-28", value=percent("50"), expect="fail", site="US", severity="high", says=first),
            case(
                "2026-02-27",
                value=percent("50"),
                expect="fail",
                site="US",
                says="the limit is at least 90 %.",
            ),
        ]
    )
    engine = Engine(Registry(marketplaces={"amazon": AMAZON}, rules={RULE.id: RULE}))
    rate = measurement("unit_on_time_delivery_rate", percent("50"))
    for site, day in (("US", "2026-02-27"), ("DE", DAY)):
        [found] = engine.evaluate(snapshot("amazon", [rate], day=day, site=site)).findings
        assert found.message.endswith("; the limit is at least 90 %."), site


def test_the_uk_enforces_from_20_units_on():
    RuleTester(RULE, marketplace=AMAZON).run(
        [
            *REACHED,
            case(DAY, numerator=10, denominator=19, expect="warn", site="UK", says="not enforced below 20"),
            case(DAY, numerator=10, denominator=20, expect="fail", site="UK"),
            case(DAY, numerator=10, denominator=21, expect="fail", site="UK"),
            case(DAY, numerator=10, denominator=19, expect="fail", site="US"),
            case(DAY, numerator=10, denominator=19, expect="fail", site="DE"),
            case(DAY, numerator=10, denominator=19, target=ABOVE_90, expect="warn", site="UK"),
        ]
    )


def test_germany_follows_in_september_2026_and_no_other_store_has_a_date():
    RuleTester(RULE, marketplace=AMAZON).run(
        [
            *REACHED,
            case("2026-08-31", value=percent("50"), expect="not_applicable", site="DE"),
            case("2026-09-01", value=percent("89.9999"), expect="fail", site="DE"),
            case("2026-09-01", value=percent("90"), expect="warn", site="DE"),
            case("2026-09-01", value=percent("90.0001"), expect="warn", site="DE"),
            case("2026-09-01", value=percent("95"), expect="pass", site="DE"),
            case("2026-09-01", value=percent("94.9999"), expect="warn", site="DE"),
            case(DAY, value=percent("50"), expect="not_applicable", site="FR"),
            case(DAY, value=percent("50"), expect="not_applicable", site="IT"),
            case(DAY, value=percent("50"), expect="not_applicable", site="ES"),
            case(DAY, value=percent("50"), expect="not_applicable", site="JP"),
            case(DAY, value=percent("50"), expect="not_applicable"),
            case(DAY, expect="not_applicable", site="FR"),
        ]
    )


def test_a_target_in_the_document_outranks_the_table():
    RuleTester(RULE, marketplace=AMAZON).run(
        [
            *REACHED,
            case(DAY, value=percent("90"), target=ABOVE_90, expect="fail", site="US", says="above 90 %"),
            case(DAY, value=percent("94"), target=AT_LEAST_95, expect="fail", site="US"),
            case(DAY, value=percent("85"), target=EIGHTY, expect="warn", site="US"),
            case(DAY, value=percent("79"), target=EIGHTY, expect="fail", site="US"),
            case(DAY, value=percent("85"), target=ABOVE_90, expect="fail", site="JP"),
            case("2020-11-09", value=percent("85"), target=ABOVE_90, expect="fail", site="US"),
        ]
    )
