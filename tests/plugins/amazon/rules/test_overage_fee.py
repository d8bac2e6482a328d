from decimal import Decimal

import pytest

from sellervitals.engine import Engine
from sellervitals.plugins import Registry
from sellervitals.testing import RuleTester, case, measurement, snapshot
from sellervitals_amazon.marketplace import AMAZON
from sellervitals_amazon.rules.overage_fee import RULE

DAY = "2026-11-22"


def test_every_cubic_foot_above_the_limit_is_charged_where_a_rate_is_known():
    RuleTester(RULE, marketplace=AMAZON).run(
        [
            case(DAY, value=0, expect="pass", site="US"),
            case(DAY, value="0.01", expect="fail", site="US", severity="medium", says="at most 0 cubic feet"),
            case(DAY, value=100, expect="fail", site="US", segment="standard"),
            case("2018-07-01", value=1, expect="fail", site="US"),
            case("2018-06-30", value=1, expect="not_applicable", site="US"),
            case("2020-08-01", value=1, expect="fail", site="UK"),
            case("2020-07-31", value=1, expect="not_applicable", site="UK"),
            case(DAY, value=1, expect="not_applicable", site="DE"),
            case(DAY, expect="no_data", site="US"),
        ]
    )


@pytest.mark.parametrize(
    ("site", "volume", "amount", "currency"),
    [
        ("US", "100", "1000.00", "USD"),
        ("US", "30.3225806", "303.23", "USD"),
        ("UK", "100", "780.00", "GBP"),
        ("US", "0", None, None),
    ],
)
def test_row_23_the_fee_of_a_month(site, volume, amount, currency):
    engine = Engine(Registry(marketplaces={"amazon": AMAZON}, rules={RULE.id: RULE}))
    account = snapshot("amazon", [measurement("overage_volume", Decimal(volume))], day=DAY, site=site)
    (found,) = engine.evaluate(account).findings
    assert [(f"{each.value}", each.unit) for each in found.estimates] == (
        [(amount, currency)] if amount else []
    )
    assert all("2018-07-01" in each.says for each in found.estimates if site == "US")
