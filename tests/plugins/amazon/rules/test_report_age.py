from datetime import date

from sellervitals import plugin as sdk
from sellervitals.engine import Engine
from sellervitals.plugins import Registry
from sellervitals.testing import RuleTester, case, measurement, snapshot
from sellervitals_amazon.marketplace import AMAZON
from sellervitals_amazon.rules.report_age import RULE

INVOICES, UNITS = "invoice_defect_rate", "unit_on_time_delivery_rate"


def ends(metric, day):
    return measurement(metric, sdk.percent("1"), window=sdk.Window(None, date.fromisoformat(day)))


def test_row_17_row_18_a_report_is_old_when_it_shares_no_day_with_todays():
    RuleTester(RULE, marketplace=AMAZON, worst="warn").run(
        [
            case("2026-05-02", others=[ends(INVOICES, "2026-04-25")], expect="pass"),
            case("2026-05-02", others=[ends(INVOICES, "2026-04-19")], expect="pass"),
            case(
                "2026-05-02",
                others=[ends(INVOICES, "2026-04-18")],
                expect="warn",
                segment=INVOICES,
                severity="low",
                says="2026-04-19 to 2026-04-25",
            ),
            case("2026-09-30", others=[ends(UNITS, "2026-09-10")], expect="pass"),
            case(
                "2026-09-30",
                others=[ends(UNITS, "2026-09-09"), ends(INVOICES, "2026-09-23")],
                expect="warn",
                segment=UNITS,
                says="2026-09-10 to 2026-09-23",
            ),
            case("2026-09-30", others=[ends(UNITS, "2026-10-30")], expect="pass"),
            case("0001-01-01", others=[ends(UNITS, "0001-01-01")], expect="pass"),
            case("9999-12-31", others=[ends(UNITS, "9999-12-31")], expect="pass"),
            case("2026-09-30", others=[measurement(UNITS, sdk.percent("95"))], expect="no_data"),
            case("2026-09-30", expect="no_data"),
        ]
    )
    assert AMAZON.scorecard.weights[RULE.id] == 0


def test_it_says_how_many_days_behind():
    engine = Engine(Registry(marketplaces={"amazon": AMAZON}, rules={RULE.id: RULE}))
    found = engine.evaluate(snapshot("amazon", [ends(INVOICES, "2026-04-01")], day="2026-05-02"))
    [behind] = found.findings[0].estimates
    assert (behind.name, behind.value, behind.unit) == ("days_behind", 24, "days")
