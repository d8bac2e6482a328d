from sellervitals.testing import RuleTester, case
from sellervitals_shopee.marketplace import SHOPEE
from sellervitals_shopee.rules.api_answer import RULE

DAY = "2026-11-22"


def test_an_error_is_never_a_healthy_shop():
    RuleTester(RULE, marketplace=SHOPEE).run(
        [
            case(DAY, value="ok", expect="pass"),
            case(DAY, value="error_api_permission", expect="warn", says="may not ask"),
            case(DAY, value="error_server", expect="warn", severity="medium"),
            case(DAY, value="never_heard_of", expect="warn", says="no known word"),
            case(DAY, value="no_response", expect="warn", says="no data"),
            case(DAY, value="shop_banned", expect="fail", severity="critical"),
            case(DAY, expect="no_data"),
        ]
    )
