from sellervitals.plugin import percent
from sellervitals.testing import RuleTester, case, measurement
from sellervitals_shopee.marketplace import SHOPEE
from sellervitals_shopee.rules.report_consistency import RULE

DAY = "2026-11-22"


def test_counts_that_contradict_their_rate_warn():
    day = {"numerator": 11, "denominator": 48, "digits": 2}
    RuleTester(RULE, marketplace=SHOPEE, worst="warn").run(
        [
            case(DAY, others=[measurement("daily_pickup_failure_rate", percent("23"), **day)], expect="pass"),
            case(DAY, others=[measurement("daily_pickup_failure_rate", percent("32"), **day)], expect="warn"),
            case(DAY, expect="no_data"),
        ]
    )
