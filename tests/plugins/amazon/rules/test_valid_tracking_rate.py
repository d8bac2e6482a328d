from sellervitals import plugin as sdk
from sellervitals.plugin import percent
from sellervitals.testing import RuleTester, case
from sellervitals_amazon.marketplace import AMAZON
from sellervitals_amazon.rules.valid_tracking_rate import RULE

DAY = "2026-11-22"
ABOVE_95 = sdk.Target(sdk.Comparator.ABOVE, percent("95"))
PRIME = sdk.Target(sdk.Comparator.AT_LEAST, percent("99"))
EIGHTY = sdk.Target(sdk.Comparator.AT_LEAST, percent("80"))


def test_at_least_95_percent_everywhere():
    RuleTester(RULE, marketplace=AMAZON).run(
        [
            case(DAY, value=percent("100"), expect="pass", site="US"),
            case(DAY, value=percent("97.0001"), expect="pass", site="US"),
            case(DAY, value=percent("97"), expect="pass", site="US"),
            case(DAY, value=percent("96.9999"), expect="warn", site="US", says="97 %"),
            case(DAY, value=percent("95.0001"), expect="warn", site="US"),
            case(DAY, value=percent("95"), expect="warn", site="US", says="at least 95 %"),
            case(DAY, value=percent("94.9999"), expect="fail", site="US", severity="high"),
            case(DAY, value=percent("0"), expect="fail", site="DE"),
            case(DAY, value=percent("94"), expect="fail"),
            case(DAY, value=percent("94"), expect="fail", segment="Books"),
            case("2016-02-01", value=percent("94"), expect="fail"),
            case("2016-01-31", value=percent("94"), expect="not_applicable"),
            case(DAY, expect="no_data"),
        ]
    )


def test_counts_of_good_packages_decide():
    RuleTester(RULE, marketplace=AMAZON).run(
        [
            case(
                DAY,
                numerator=190,
                denominator=200,
                expect="warn",
                says="packages with valid tracking: 190 of 200",
            ),
            case(DAY, numerator=189, denominator=200, expect="fail"),
            case(DAY, numerator=194, denominator=200, expect="pass"),
            case(DAY, numerator=0, denominator=0, expect="no_data"),
        ]
    )


def test_a_target_in_the_document_outranks_the_table():
    RuleTester(RULE, marketplace=AMAZON).run(
        [
            case(DAY, value=percent("98"), expect="pass"),
            case(DAY, value=percent("95"), target=ABOVE_95, expect="fail", says="above 95 %"),
            case(DAY, value=percent("98"), target=PRIME, expect="fail", says="the target in the document"),
            case(DAY, value=percent("99"), target=PRIME, expect="pass"),
            case(DAY, value=percent("90"), target=EIGHTY, expect="warn"),
            case(DAY, value=percent("79"), target=EIGHTY, expect="fail"),
        ]
    )
