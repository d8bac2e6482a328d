from decimal import Decimal

import pytest

from sellervitals import plugin as sdk
from sellervitals.engine import Engine
from sellervitals.plugins import Registry
from sellervitals.testing import RuleTester, case, measurement, snapshot
from sellervitals_amazon.marketplace import AMAZON
from sellervitals_amazon.rules.storage_utilization import RULE

DAY = "2026-11-22"
TIER = "Standard-sized"


def test_above_26_weeks_from_april_2023_and_above_22_from_april_2024():
    RuleTester(RULE, marketplace=AMAZON).run(
        [
            case(DAY, value="19.99", expect="pass", site="US", segment=TIER),
            case(DAY, value=20, expect="warn", site="US", segment=TIER, says="20 weeks"),
            case(DAY, value="22.01", expect="fail", site="US", segment=TIER, severity="medium"),
            case("2024-04-01", value="22.5", expect="fail", site="US", segment=TIER),
            case("2024-03-31", value="22.5", expect="pass", site="US", segment=TIER),
            case("2024-03-31", value=26, expect="pass", site="US", segment=TIER),
            case("2024-03-31", value="26.01", expect="fail", site="US", segment=TIER),
            case("2023-04-01", value="26.5", expect="fail", site="US", segment=TIER),
            case("2023-03-31", value="26.5", expect="not_applicable", site="US", segment=TIER),
            case(DAY, value=40, expect="not_applicable", site="UK", segment=TIER),
            case(DAY, expect="no_data", site="US"),
        ]
    )


@pytest.mark.parametrize(
    ("stored", "weeks", "outcome"), [("550", "22", "warn"), ("575", "23", "fail"), ("549", "21.96", "warn")]
)
def test_row_24_weeks_of_volume_in_stock(stored, weeks, outcome):
    ratio = Decimal(stored) / 25
    assert ratio == Decimal(weeks)
    assert judged(measurement("storage_utilization_ratio", ratio, segment=TIER)).outcome == outcome


def judged(given):
    engine = Engine(Registry(marketplaces={"amazon": AMAZON}, rules={RULE.id: RULE}))
    (found,) = engine.evaluate(snapshot("amazon", [given], day=DAY, site="US")).findings
    return found


def test_a_tier_that_the_report_charges_nothing_for_warns():
    none = sdk.Breakdown.of([], worst=lambda item: item.units)
    one = sdk.Breakdown.of([sdk.Item("A", units=1)], worst=lambda item: item.units)
    ratio = measurement("storage_utilization_ratio", 30, segment=TIER)
    assert judged(ratio._replace(breakdown=none)).outcome == "warn"
    assert "no surcharge" in judged(ratio._replace(breakdown=none)).message
    assert judged(ratio._replace(breakdown=one)).outcome == "fail"


def test_who_is_charged_is_said():
    assert "25 cubic feet" in RULE.limits[-1].note
    assert "365 days" in RULE.limits[-1].note
