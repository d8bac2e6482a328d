from decimal import Decimal

from sellervitals import plugin as sdk
from sellervitals.engine import Engine
from sellervitals.plugins import Registry
from sellervitals.testing import RuleTester, case, measurement, snapshot
from sellervitals_amazon.marketplace import AMAZON
from sellervitals_amazon.rules.out_of_stock import RULE


def test_any_such_sku_warns_and_none_can_fail():
    RuleTester(RULE, marketplace=AMAZON).run(
        [
            case("2026-11-22", value=0, expect="pass", site="US"),
            case("2026-11-22", value=1, expect="warn", site="US", says="at most 0", severity="medium"),
            case("2026-11-22", value=5_000, expect="warn", says="cannot fail"),
            case("2018-07-01", value=1, expect="warn"),
            case("2018-06-30", value=1, expect="not_applicable"),
            case("2026-11-22", expect="no_data"),
        ]
    )
    assert RULE.programme == "FBA"


def test_it_says_what_these_skus_sold_for():
    money = sdk.Money(Decimal("1245.00"), "GBP", "sales of the last 30 days in the restock report")
    engine = Engine(Registry(marketplaces={"amazon": AMAZON}, rules={RULE.id: RULE}))

    def message(count):
        found = measurement("out_of_stock_skus", count, breakdown=sdk.Breakdown((), count, money))
        [finding] = engine.evaluate(snapshot("amazon", [found], day="2026-11-22")).findings
        return finding.message

    assert message(2).endswith("Their sales of the last 30 days, 1,245.00 GBP, stand still.")
    assert "stand still" not in message(0)
