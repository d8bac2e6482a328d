import pytest

from sellervitals import plugin as sdk
from sellervitals.plugin import percent
from sellervitals.testing import RuleTester, case
from sellervitals_amazon.marketplace import AMAZON
from sellervitals_amazon.rules.invoice_defect_rate import RULE

DAY = "2026-11-22"
TWO = sdk.Target(sdk.Comparator.BELOW, percent("2"))
TEN = sdk.Target(sdk.Comparator.BELOW, percent("10"))

# each table reaches every dated limit once
REACHED = [
    case("2020-01-01", value=percent("1"), expect="pass", site="UK"),
    case("2021-04-05", value=percent("1"), expect="pass", site="UK"),
]


@pytest.mark.parametrize("site", ["UK", "DE", "FR", "IT", "ES"])
def test_binding_below_five_percent_since_april_2021(site):
    RuleTester(RULE, marketplace=AMAZON).run(
        [
            *REACHED,
            case(DAY, value=percent("2.9999"), expect="pass", site=site),
            case(DAY, value=percent("3"), expect="warn", site=site, says="3 %"),
            case(DAY, value=percent("3.0001"), expect="warn", site=site),
            case(DAY, value=percent("4.9999"), expect="warn", site=site),
            case(DAY, value=percent("5"), expect="fail", site=site, severity="critical", says="below 5 %"),
            case(DAY, value=percent("5.0001"), expect="fail", site=site),
            case("2021-04-05", value=percent("5"), expect="fail", site=site),
            case(
                "2021-04-04",
                value=percent("5"),
                expect="warn",
                site=site,
                says="below 5 %, so this cannot fail",
            ),
            case("2021-04-04", value=percent("50"), expect="warn", site=site),
            case("2021-04-04", value=percent("4.9999"), expect="pass", site=site),
            case("2020-01-01", value=percent("5.0001"), expect="warn", site=site),
            case("2019-12-31", value=percent("50"), expect="not_applicable", site=site),
            case(DAY, expect="no_data", site=site),
        ]
    )


def test_no_other_store_has_it():
    RuleTester(RULE, marketplace=AMAZON).run(
        [
            *REACHED,
            case(DAY, value=percent("50"), expect="not_applicable", site="US"),
            case(DAY, value=percent("50"), expect="not_applicable", site="NL"),
            case(DAY, value=percent("50"), expect="not_applicable"),
            case(DAY, expect="not_applicable", site="US"),
            case(DAY, value=percent("50"), target=TEN, expect="fail", site="US"),
        ]
    )


def test_counts_decide_and_a_target_in_the_document_outranks_the_table():
    RuleTester(RULE, marketplace=AMAZON).run(
        [
            *REACHED,
            case(DAY, numerator=5, denominator=100, expect="fail", site="DE", says="late invoice: 5 of 100"),
            case(DAY, numerator=4, denominator=100, expect="warn", site="DE"),
            case(DAY, numerator=0, denominator=0, expect="no_data", site="DE"),
            case(DAY, value=percent("2"), expect="pass", site="DE"),
            case(DAY, value=percent("2"), target=TWO, expect="fail", site="DE", says="the document"),
            case(DAY, value=percent("9"), target=TEN, expect="warn", site="DE"),
            case("2021-04-04", value=percent("10"), target=TEN, expect="fail", site="DE"),
        ]
    )
