from sellervitals.testing import RuleTester, case
from sellervitals_amazon.marketplace import AMAZON
from sellervitals_amazon.rules.sfp_monthly_parcels import RULE

DAY = "2026-11-22"


def test_under_100_parcels_a_month_warn_in_the_us():
    elsewhere = [
        case(DAY, value=1, site=site, expect="not_applicable") for site in AMAZON.sites if site != "US"
    ]
    RuleTester(RULE, marketplace=AMAZON).run(
        [
            *elsewhere,
            case(DAY, value=101, site="US", expect="pass"),
            case(DAY, value=100, site="US", expect="pass"),
            case(DAY, value=99, site="US", expect="warn", severity="low", says="disputed"),
            case(DAY, value=0, site="US", expect="warn"),
            case("2025-06-29", value=99, site="US", expect="warn"),
            case("2025-06-28", value=99, site="US", expect="not_applicable"),
            case(DAY, site="US", expect="no_data"),
            case(DAY, site="DE", expect="not_applicable"),
        ]
    )


def test_the_note_says_that_the_year_is_a_reading():
    [limit] = RULE.limits
    assert "2025 is how it is read here" in limit.note
    assert AMAZON.scorecard.weights[RULE.id] == 0
