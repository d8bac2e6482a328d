from sellervitals import plugin as sdk
from sellervitals.plugin import percent
from sellervitals.testing import RuleTester, case
from sellervitals_shopee.marketplace import SHOPEE
from sellervitals_shopee.rules.fast_handover_rate import RULE

DAY = "2026-11-22"
TARGET = sdk.Target(sdk.Comparator.AT_LEAST, percent("80"))
PREFERRED = "preferred"


def test_tables_only_warn_and_preferred_sellers_have_a_line_of_their_own():
    RuleTester(RULE, marketplace=SHOPEE).run(
        [
            case(DAY, value=percent("60"), expect="pass"),
            case(DAY, value=percent("59.99"), expect="warn"),
            case("2024-11-04", value=percent("1"), expect="not_applicable"),
            case("2026-05-10", value=percent("60"), segment=PREFERRED, expect="pass", announces="warn"),
            case("2026-03-15", value=percent("60"), segment=PREFERRED, expect="pass", announces=""),
            case("2026-05-11", value=percent("80"), segment=PREFERRED, expect="pass"),
            case("2026-05-11", value=percent("79.99"), segment=PREFERRED, expect="warn"),
            case(DAY, expect="no_data"),
        ]
    )


def test_the_delivered_target_decides():
    RuleTester(RULE, marketplace=SHOPEE, worst="fail").run(
        [
            case(DAY, value=percent("60"), expect="pass"),
            case(DAY, value=percent("80"), target=TARGET, expect="pass"),
            case(DAY, value=percent("79.99"), target=TARGET, expect="fail", says="at least 80 %"),
            case("2026-05-11", value=percent("80"), segment=PREFERRED, expect="pass"),
        ]
    )
