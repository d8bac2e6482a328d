from datetime import date
from decimal import Decimal

from sellervitals import plugin as sdk
from sellervitals.engine import Engine
from sellervitals.plugins import Registry
from sellervitals.testing import RuleTester, case, measurement, snapshot
from sellervitals_amazon.documents.stranding import CLOSED, COMPLIANCE, PRICE, REASONS
from sellervitals_amazon.marketplace import AMAZON
from sellervitals_amazon.rules.stranded_inventory import RULE


def test_any_stranded_unit_warns_and_none_can_fail():
    RuleTester(RULE, marketplace=AMAZON).run(
        [
            case("2026-11-22", value=0, expect="pass", site="US"),
            case("2026-11-22", value=1, expect="warn", site="US", says="suggested", severity="medium"),
            case("2026-11-22", value=1_000_000, expect="warn", site="DE", says="cannot fail"),
            case("2018-07-01", value=1, expect="warn"),
            case("2018-06-30", value=1, expect="not_applicable"),
            case("2026-11-22", expect="no_data"),
        ]
    )


def test_steps_come_by_reason_and_removal_dates_while_open():
    day = sdk.Deadline(date(2026, 12, 1), sdk.DeadlineKind.REMOVAL, "Amazon may remove 6 units.")
    item = sdk.Item("A", units=6)
    found = measurement(
        "stranded_units",
        Decimal(48),
        parts={CLOSED: 40, COMPLIANCE: 6, PRICE: 2},
        breakdown=sdk.Breakdown((item,), 3, None, (day,)),
        rebuilt_from="the stranded report",
    )
    engine = Engine(Registry(marketplaces={"amazon": AMAZON}, rules={RULE.id: RULE}))
    [finding] = engine.evaluate(snapshot("amazon", [found], day="2026-11-22")).findings
    assert finding.causes == (COMPLIANCE, PRICE)
    assert [step.id for step in finding.steps][:3] == [
        "answer-compliance",
        "correct-price",
        "by-removal-date",
    ]
    assert finding.deadlines == (day,)
    assert "rebuilt from the stranded report" in finding.message


def test_causes_are_reasons():
    assert RULE.causes.keys() <= set(REASONS)
    assert RULE.programme == "FBA"
