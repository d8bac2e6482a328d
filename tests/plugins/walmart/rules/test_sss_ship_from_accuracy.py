from sellervitals import plugin as sdk
from sellervitals.plugin import percent
from sellervitals.testing import RuleTester, case
from sellervitals_walmart.marketplace import WALMART
from sellervitals_walmart.rules.sss_ship_from_accuracy import RULE

DAY = "2026-11-22"
ADVICE = sdk.Target(sdk.Comparator.AT_LEAST, percent("98"), sdk.Trust.SUGGESTED)


def test_only_what_walmart_recommends_is_judged_and_it_can_only_warn():
    RuleTester(RULE, marketplace=WALMART, worst="warn").run(
        [
            case(DAY, value=percent("100"), target=ADVICE, site="US", expect="pass"),
            case(DAY, value=percent("98.0001"), target=ADVICE, site="US", expect="pass"),
            case(DAY, value=percent("98"), target=ADVICE, site="US", expect="pass"),
            case(DAY, value=percent("97.9999"), target=ADVICE, site="US", expect="warn", severity="low"),
            case(DAY, value=percent("0"), target=ADVICE, expect="warn", says="cannot fail"),
            case(DAY, value=percent("0"), site="US", expect="not_applicable"),
            case(DAY, site="US", expect="no_data"),
        ]
    )
