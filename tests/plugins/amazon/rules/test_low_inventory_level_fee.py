from sellervitals.testing import RuleTester, case
from sellervitals_amazon.marketplace import AMAZON
from sellervitals_amazon.rules.low_inventory_level_fee import RULE

DAY = "2026-11-22"


def test_skus_that_pay_since_the_weeks_that_were_credited_back():
    RuleTester(RULE, marketplace=AMAZON).run(
        [
            case(DAY, value=0, expect="pass", site="US"),
            case(DAY, value=1, expect="fail", site="US", severity="medium", says="at most 0"),
            case("2026-01-15", value=1, expect="fail", site="US"),
            case("2026-01-14", value=1, expect="fail", site="US"),
            case("2024-05-15", value=1, expect="fail", site="US"),
            case("2024-05-15", value=0, expect="pass", site="US"),
            case("2024-05-14", value=1, expect="warn", site="US"),
            case("2024-05-14", value=0, expect="pass", site="US"),
            case("2024-04-01", value=1, expect="warn", site="US"),
            case("2024-03-31", value=1, expect="not_applicable", site="US"),
            case(DAY, value=1, expect="not_applicable", site="CA"),
            case(DAY, expect="no_data", site="US"),
        ]
    )


def test_what_no_report_shows_is_said():
    for limit in RULE.limits[1:]:
        assert "New Selection" in limit.note
        assert "365 days" in limit.note
