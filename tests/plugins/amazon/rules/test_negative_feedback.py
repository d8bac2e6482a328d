from datetime import date
from decimal import Decimal

import pytest

from sellervitals import plugin as sdk
from sellervitals.engine import Engine
from sellervitals.plugins import Registry
from sellervitals.testing import RuleTester, case, measurement, snapshot
from sellervitals_amazon.marketplace import AMAZON
from sellervitals_amazon.rules.negative_feedback import RULE

SIXTY = sdk.Window(date(2026, 9, 22), date(2026, 11, 20))


def test_any_bad_rating_warns_and_none_can_fail():
    RuleTester(RULE, marketplace=AMAZON).run(
        [
            case("2026-11-22", value=0, expect="pass", site="US"),
            case("2026-11-22", value=1, expect="warn", site="US", severity="low", says="day of the order"),
            case("2026-11-22", value=500, expect="warn", says="cannot fail"),
            case("2015-01-01", value=1, expect="warn"),
            case("2014-12-31", value=1, expect="not_applicable"),
            case("2026-11-22", expect="no_data"),
        ]
    )


@pytest.mark.parametrize(
    ("more", "says"),
    [
        (
            {"rebuilt_from": "the feedback report", "window": SIXTY},
            "to 2026-11-20, the newest in the report",
        ),
        ({"rebuilt_from": "the feedback report"}, "No day in the report is certain"),
        ({"window": SIXTY}, "It counts by the day of the feedback; the order"),
    ],
)
def test_it_says_which_days_it_counts(more, says):
    engine = Engine(Registry(marketplaces={"amazon": AMAZON}, rules={RULE.id: RULE}))
    account = snapshot("amazon", [measurement("negative_feedback", Decimal(2), **more)], day="2026-11-22")
    [finding] = engine.evaluate(account).findings
    assert says in finding.message
