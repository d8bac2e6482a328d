from decimal import Decimal

from sellervitals import plugin as sdk
from sellervitals.testing import RuleTester, case
from sellervitals_amazon.marketplace import AMAZON
from sellervitals_amazon.rules.policy_violation_warnings import RULE

NONE_OPEN = sdk.Target(sdk.Comparator.AT_MOST, Decimal(0))
TWO_OPEN = sdk.Target(sdk.Comparator.AT_MOST, Decimal(2))


def test_warnings_warn_and_never_fail():
    RuleTester(RULE, marketplace=AMAZON, worst="warn").run(
        [
            case("2026-11-22", value=0, expect="pass", site="US"),
            case("2026-11-22", value=1, expect="warn", site="US", severity="low", says="suggested"),
            case("2026-11-22", value=50, expect="warn", site="DE"),
            case("2020-01-01", value=1, expect="warn"),
            case("2019-12-31", value=1, expect="not_applicable"),
            case("2026-11-22", value=1, expect="warn", target=NONE_OPEN, says="the target in the document"),
            case("2026-11-22", value=2, expect="pass", target=TWO_OPEN),
            case("2026-11-22", value=3, expect="warn", target=TWO_OPEN),
            case("2026-11-22", expect="no_data"),
        ]
    )
