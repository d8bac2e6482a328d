from sellervitals import plugin as sdk
from sellervitals.plugin import percent
from sellervitals.testing import RuleTester, case
from sellervitals_amazon.marketplace import AMAZON
from sellervitals_amazon.rules.cancellation_rate import RULE

DAY = "2026-11-22"
ONE = sdk.Target(sdk.Comparator.BELOW, percent("1"))
FIVE = sdk.Target(sdk.Comparator.BELOW, percent("5"))
IN_INDIA = case(DAY, value=percent("1.9999"), expect="pass", site="IN")


def test_below_two_and_a_half_percent_everywhere():
    RuleTester(RULE, marketplace=AMAZON).run(
        [
            IN_INDIA,
            case(DAY, value=percent("1.4999"), expect="pass", site="US"),
            case(DAY, value=percent("1.5"), expect="warn", site="US", says="1.5 %"),
            case(DAY, value=percent("1.5001"), expect="warn", site="US"),
            case(DAY, value=percent("2.4999"), expect="warn", site="US"),
            case(DAY, value=percent("2.5"), expect="fail", site="US", severity="high", says="below 2.5 %"),
            case(DAY, value=percent("2.5001"), expect="fail", site="US"),
            case(DAY, value=percent("2.5"), expect="fail", site="UK"),
            case(DAY, value=percent("2.5"), expect="fail"),
            case("2015-01-01", value=percent("2.5"), expect="fail", site="US"),
            case("2014-12-31", value=percent("2.5"), expect="not_applicable", site="US"),
            case(DAY, expect="no_data"),
        ]
    )


def test_india_advises_to_stay_below_two_percent():
    RuleTester(RULE, marketplace=AMAZON).run(
        [
            IN_INDIA,
            case(DAY, value=percent("1.5"), expect="pass", site="IN"),
            case(DAY, value=percent("2"), expect="warn", site="IN", says="2 %"),
            case(DAY, value=percent("2.0001"), expect="warn", site="IN"),
            case(DAY, value=percent("2.4999"), expect="warn", site="IN"),
            case(DAY, value=percent("2.5"), expect="fail", site="IN"),
            case("2015-01-01", value=percent("2"), expect="warn", site="IN"),
            case("2014-12-31", value=percent("2"), expect="not_applicable", site="IN"),
            case(DAY, value=percent("1.5"), expect="warn", site="US"),
        ]
    )


def test_counts_decide_in_whole_orders():
    RuleTester(RULE, marketplace=AMAZON).run(
        [
            IN_INDIA,
            case(DAY, numerator=5, denominator=200, expect="fail", says="cancelled orders: 5 of 200 orders"),
            case(DAY, numerator=5, denominator=201, expect="warn"),
            case(DAY, numerator=2, denominator=160, expect="pass"),
            case(DAY, numerator=0, denominator=0, expect="no_data"),
        ]
    )


def test_a_target_in_the_document_outranks_the_table():
    RuleTester(RULE, marketplace=AMAZON).run(
        [
            IN_INDIA,
            case(DAY, value=percent("1.2"), expect="pass"),
            case(DAY, value=percent("1.2"), target=ONE, expect="fail", says="the target in the document"),
            case(DAY, value=percent("0.9"), target=ONE, expect="pass"),
            case(DAY, value=percent("3"), target=FIVE, expect="warn"),
            case(DAY, value=percent("5"), target=FIVE, expect="fail"),
        ]
    )
