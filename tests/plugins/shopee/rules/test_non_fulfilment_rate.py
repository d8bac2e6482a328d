from decimal import Decimal

from sellervitals import plugin as sdk
from sellervitals.plugin import percent
from sellervitals.testing import RuleTester, case, measurement
from sellervitals_shopee.marketplace import SHOPEE
from sellervitals_shopee.rules.non_fulfilment_rate import RULE

DAY = "2026-11-22"
TARGET = sdk.Target(sdk.Comparator.BELOW, percent("10"))


def test_the_lines_that_countries_are_said_to_have_can_only_warn():
    RuleTester(RULE, marketplace=SHOPEE).run(
        [
            case(DAY, value=percent("9.99"), expect="pass"),
            case(DAY, value=percent("10"), expect="warn", says="suggested"),
            case(DAY, value=percent("9.99"), site="VN", expect="pass"),
            case(DAY, value=percent("10"), site="VN", expect="warn"),
            case(DAY, value=percent("10"), site="MY", expect="warn"),
            case("2024-11-04", value=percent("5.99"), site="MY", expect="pass"),
            case("2024-11-04", value=percent("6"), site="MY", expect="warn"),
            case("2024-11-05", value=percent("6"), site="MY", expect="pass"),
            case("2019-01-31", value=percent("99"), site="MY", expect="not_applicable"),
            case("2024-11-04", value=percent("99"), expect="not_applicable"),
            case(DAY, expect="no_data"),
        ]
    )


def test_the_delivered_target_decides_and_the_last_period_is_said():
    RuleTester(RULE, marketplace=SHOPEE, worst="fail").run(
        [
            case(DAY, value=percent("9.99"), expect="pass"),
            case("2024-11-04", value=percent("5"), site="MY", expect="pass"),
            case(DAY, value=percent("9.99"), site="VN", expect="pass"),
            case(
                DAY,
                value=percent("9.99"),
                target=TARGET,
                history=[measurement("non_fulfilment_rate", percent("4.1"))],
                expect="pass",
                says="It was 4.1 % in the last period.",
            ),
            case(DAY, value=percent("10"), target=TARGET, expect="fail", severity="high"),
            case(DAY, value=percent("10.01"), target=TARGET, site="PH", expect="fail"),
        ]
    )


def test_the_larger_part_brings_its_steps_first(judge_all):
    rate = measurement(
        "non_fulfilment_rate",
        percent("11"),
        target=TARGET,
        shares={"cancellation_rate": percent("4"), "return_refund_rate": percent("7")},
    )
    (found,) = (each for each in judge_all([rate]).findings if each.rule is RULE)
    assert found.causes == ("return_refund_rate", "cancellation_rate")
    assert found.steps[0].id == "rank-returns"


def test_more_points_from_60_percent_on_are_a_figure_of_the_philippines():
    (figure,) = RULE.figures
    assert (figure.value, figure.sites, str(figure.trust)) == (Decimal(60), ("PH",), "suggested")
    assert f"{figure.since}" == "2023-09-04"
