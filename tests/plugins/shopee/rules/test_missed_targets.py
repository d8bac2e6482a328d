from datetime import date

from sellervitals import plugin as sdk
from sellervitals.plugin import percent
from sellervitals.testing import RuleTester, case, measurement
from sellervitals_shopee.marketplace import SHOPEE
from sellervitals_shopee.rules.missed_targets import RULE

DAY = "2026-11-22"
TEN = sdk.Target(sdk.Comparator.BELOW, percent("10"))
LATE = measurement("late_shipment_rate", percent("12.75"), target=TEN)
FINE = measurement("non_fulfilment_rate", percent("6.4"), target=TEN)
PART = measurement("cancellation_rate", percent("11"), target=TEN)
UNKNOWN = measurement("late_shipment_rate_ndd", target=TEN)
EXEMPT = measurement("pickup_failure_rate", percent("50"), target=TEN, exempt_until=date(2026, 12, 31))
OTHERS = [LATE, FINE, PART, UNKNOWN, EXEMPT]


def test_parts_count_once_and_a_difference_is_said():
    RuleTester(RULE, marketplace=SHOPEE, worst="warn").run(
        [
            case(
                DAY,
                value=1,
                segment="fulfilment",
                others=OTHERS,
                expect="pass",
                says="shows 1 (late shipment rate)",
            ),
            case(DAY, value=2, segment="fulfilment", others=OTHERS, expect="warn", says="Shopee counts 2"),
            case(DAY, value=0, segment="fulfilment", others=[FINE], expect="pass"),
            case(DAY, value=1, segment="service", others=OTHERS, expect="no_data"),
            case(DAY, value=3, segment="fulfilment", expect="no_data"),
            case(DAY, expect="no_data"),
        ]
    )
