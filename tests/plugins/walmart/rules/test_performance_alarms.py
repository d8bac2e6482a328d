from sellervitals.testing import RuleTester, case
from sellervitals_walmart.marketplace import WALMART
from sellervitals_walmart.rules.performance_alarms import RULE

DAY = "2026-11-22"


def test_an_alarm_warns_and_none_passes():
    RuleTester(RULE, marketplace=WALMART).run(
        [
            case(DAY, value=0, expect="pass"),
            case(DAY, value=1, expect="warn", says="cannot fail"),
            case(DAY, value=1, segment="LateOriginScan", expect="warn", severity="medium"),
            case(DAY, value=100, segment="AutoCancelledWarning", site="US", expect="warn"),
            case("2025-09-10", value=1, expect="warn"),
            case("2025-09-09", value=1, expect="not_applicable"),
            case(DAY, expect="no_data"),
        ]
    )
