from sellervitals import plugin as sdk
from sellervitals.plugin import percent
from sellervitals.testing import RuleTester, case
from sellervitals_walmart.marketplace import WALMART
from sellervitals_walmart.rules.seller_response_rate import RULE

DAY = "2026-11-22"
OWN = sdk.Target(sdk.Comparator("at_least"), percent("70"))
ADVICE = sdk.Target(sdk.Comparator("at_least"), percent("70"), sdk.Trust.SUGGESTED)


def test_at_least_95_percent_in_the_us_and_over_80_in_canada(around, silent_elsewhere):
    RuleTester(RULE, marketplace=WALMART).run(
        [
            *silent_elsewhere,
            *around("2025-10-27", "95", "above"),
            *around("2025-10-28", "95", "at_least"),
            *around(DAY, "95", "at_least"),
            *around(DAY, "97", "at_least", bad="warn", good="pass"),
            *around(DAY, "80", "above", site="CA"),
            *around("2024-10-01", "80", "above", site="CA"),
            case(DAY, value=percent("100"), site="US", expect="pass"),
            case(DAY, value=percent("0"), site="US", expect="fail", severity="medium"),
            case("2023-12-31", value=percent("95"), site="US", expect="not_applicable"),
            case("2024-01-01", value=percent("95"), site="US", expect="fail"),
            case("2024-09-30", value=percent("80"), site="CA", expect="not_applicable"),
            case(DAY, site="US", expect="no_data"),
        ]
    )


def test_the_standard_in_the_document_outranks_the_table():
    RuleTester(RULE, marketplace=WALMART).run(
        [
            case(DAY, value=percent("98"), target=OWN, site="US", expect="pass"),
            case(
                DAY,
                value=percent("69.9"),
                target=OWN,
                site="US",
                expect="fail",
                says="the target in the document",
            ),
            case(DAY, value=percent("69.9"), target=OWN, site="MX", expect="fail", severity="medium"),
            case(DAY, value=percent("69.9"), target=ADVICE, site="US", expect="warn", says="cannot fail"),
            case(DAY, value=percent("75"), target=OWN, verdict="GOOD", good=True, site="US", expect="warn"),
            *(
                case(day, value=percent("100"), site=site, expect="pass")
                for day, site in (("2024-01-01", "US"), (DAY, "US"), (DAY, "CA"))
            ),
        ]
    )
