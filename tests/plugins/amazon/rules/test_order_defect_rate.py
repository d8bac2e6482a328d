from sellervitals import plugin as sdk
from sellervitals.plugin import percent
from sellervitals.testing import RuleTester, case
from sellervitals_amazon.marketplace import AMAZON
from sellervitals_amazon.rules.order_defect_rate import RULE

DAY = "2026-11-22"
HALF = sdk.Target(sdk.Comparator.BELOW, percent("0.5"))
TWO = sdk.Target(sdk.Comparator.BELOW, percent("2"))


def test_below_one_percent_in_every_store_and_channel():
    RuleTester(RULE, marketplace=AMAZON).run(
        [
            case(DAY, value=percent("0"), expect="pass", site="US", segment="mfn"),
            case(DAY, value=percent("0.4999"), expect="pass", site="US", segment="mfn"),
            case(DAY, value=percent("0.5"), expect="warn", site="US", segment="mfn", says="0.5 %"),
            case(DAY, value=percent("0.5001"), expect="warn", site="US", segment="mfn"),
            case(DAY, value=percent("0.9999"), expect="warn", site="US", segment="mfn"),
            case(DAY, value=percent("1"), expect="fail", site="US", segment="mfn", severity="critical"),
            case(DAY, value=percent("1.0001"), expect="fail", site="US", segment="mfn", says="below 1 %"),
            case(DAY, value=percent("1"), expect="fail", site="US", segment="afn"),
            case(DAY, value=percent("1"), expect="fail", site="JP"),
            case(DAY, value=percent("1"), expect="fail"),
            case("2015-01-01", value=percent("1"), expect="fail", site="US"),
            case("2014-12-31", value=percent("1"), expect="not_applicable", site="US"),
        ]
    )


def test_counts_decide_in_whole_orders():
    RuleTester(RULE, marketplace=AMAZON).run(
        [
            case(
                DAY,
                numerator=10,
                denominator=1001,
                expect="warn",
                says="orders with defects: 10 of 1,001 orders",
            ),
            case(DAY, numerator=10, denominator=1000, expect="fail", value=percent("1")),
            case(DAY, numerator=10, denominator=1000, expect="fail"),
            case(DAY, numerator=0, denominator=0, expect="no_data", says="no orders"),
            case(DAY, numerator=0, denominator=0, expect="no_data", verdict="GOOD", good=True),
            # counts that contradict the rate do not decide, and warn of nothing
            case(DAY, value=percent("0.2"), numerator=90, denominator=1000, expect="pass"),
            case(DAY, expect="no_data"),
        ]
    )


def test_one_more_defect_from_the_line_warns_where_there_are_defects():
    RuleTester(RULE, marketplace=AMAZON).run(
        [
            # 1 of 250 is 0.4 %: a second stays below 1 %, a third does not
            case(DAY, numerator=1, denominator=250, expect="warn", says="Only one more defect"),
            case(DAY, numerator=1, denominator=300, expect="warn", says="Only one more defect"),
            case(DAY, numerator=1, denominator=301, expect="pass"),
            # below 0.5 %: 1 of 300 passes, a second would not
            case(DAY, numerator=1, denominator=300, target=HALF, expect="warn", says="No further defect"),
            case(DAY, numerator=0, denominator=50, expect="pass"),
            case(DAY, numerator=1, denominator=100, expect="fail"),
            case(DAY, value=percent("0.4"), denominator=250, expect="pass"),
        ]
    )


def test_a_target_in_the_document_outranks_the_table():
    RuleTester(RULE, marketplace=AMAZON).run(
        [
            case(DAY, value=percent("0.4"), expect="pass"),
            case(DAY, value=percent("0.5"), target=HALF, expect="fail", says="the target in the document"),
            case(DAY, value=percent("0.4999"), target=HALF, expect="pass"),
            case(DAY, value=percent("1.5"), target=TWO, expect="warn"),
            case(DAY, value=percent("2"), target=TWO, expect="fail"),
            case("2014-12-31", value=percent("0.5"), target=HALF, expect="fail"),
        ]
    )
