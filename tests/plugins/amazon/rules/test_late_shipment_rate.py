from sellervitals import plugin as sdk
from sellervitals.plugin import percent
from sellervitals.testing import RuleTester, case
from sellervitals_amazon.marketplace import AMAZON
from sellervitals_amazon.rules.late_shipment_rate import RULE

DAY = "2026-11-22"
TWO = sdk.Target(sdk.Comparator.BELOW, percent("2"))
TEN = sdk.Target(sdk.Comparator.AT_MOST, percent("10"))


def test_below_four_percent_over_10_and_30_days():
    RuleTester(RULE, marketplace=AMAZON).run(
        [
            case(DAY, value=percent("2.9999"), expect="pass", site="US", segment="30d"),
            case(DAY, value=percent("3"), expect="warn", site="US", segment="30d", says="3 %"),
            case(DAY, value=percent("3.0001"), expect="warn", site="US", segment="30d"),
            case(DAY, value=percent("3.9999"), expect="warn", site="US", segment="30d"),
            case(DAY, value=percent("4"), expect="fail", site="US", segment="30d", says="below 4 %"),
            case(DAY, value=percent("4.0001"), expect="fail", site="US", segment="30d", severity="high"),
            case(DAY, value=percent("4"), expect="fail", site="US", segment="10d"),
            case(DAY, value=percent("4"), expect="fail", site="AE"),
            case("2015-01-01", value=percent("4"), expect="fail"),
            case("2014-12-31", value=percent("4"), expect="not_applicable"),
            case(DAY, expect="no_data"),
        ]
    )


def test_counts_decide_in_whole_orders():
    RuleTester(RULE, marketplace=AMAZON).run(
        [
            case(DAY, numerator=15, denominator=320, expect="fail", says="late shipments: 15 of 320 orders"),
            case(DAY, numerator=12, denominator=300, expect="fail"),
            case(DAY, numerator=11, denominator=300, expect="warn"),
            case(DAY, numerator=8, denominator=300, expect="pass"),
            case(DAY, numerator=0, denominator=0, expect="no_data"),
        ]
    )


def test_a_target_in_the_document_outranks_the_table():
    RuleTester(RULE, marketplace=AMAZON).run(
        [
            case(DAY, value=percent("2.5"), expect="pass"),
            case(DAY, value=percent("2.5"), target=TWO, expect="fail", says="the target in the document"),
            case(DAY, value=percent("5"), target=TEN, expect="warn"),
            case(DAY, value=percent("10"), target=TEN, expect="warn"),
            case(DAY, value=percent("10.1"), target=TEN, expect="fail"),
        ]
    )
