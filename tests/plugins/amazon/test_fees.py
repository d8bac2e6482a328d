"""What FBA stock costs, from the reports to the findings."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from sellervitals.engine import Engine
from sellervitals.intake import take
from sellervitals.plugins import discover

PAYLOADS = Path(__file__).parent / "payloads"
EXPORT = (PAYLOADS / "fba-inventory-health.rows.csv").read_text("utf-8")
TODAY = date(2026, 11, 22)
BANDS = ("181-210", "211-240", "241-270", "271-300", "301-330", "331-365", "366-455", "456-plus")
PLANNED = {
    "snapshot-date": "2026-11-10",
    "sku": "A",
    "fnsku": "X1",
    "asin": "B1",
    "marketplace": "US",
    "available": "60",
    "currency": "USD",
    "inv-age-0-to-90-days": "0",
    "inv-age-91-to-180-days": "10",
    "inv-age-181-to-270-days": "0",
    "inv-age-271-to-365-days": "0",
    "inv-age-366-to-455-days": "50",
    "inv-age-456-plus-days": "0",
    **{f"quantity-to-be-charged-ais-{each}-days": "0" for each in BANDS},
    **{f"estimated-ais-{each}-days": "0.00" for each in BANDS},
    "quantity-to-be-charged-ais-366-455-days": "48",
    "estimated-ais-366-455-days": "14.40",
    "units-shipped-t7": "88",
    "units-shipped-t30": "378",
    "item-volume": "0.0412",
    "volume-unit-measurement": "cubic feet",
    "storage-type": "Standard-Size",
    "Short term historical days of supply": "17.5",
    "Long term historical days of supply": "20.0",
    "Exempted from Low-Inventory-Level fee?": "No",
    "Low-Inventory-Level fee applied in current week?": "Yes",
    "Recommended ship-in quantity": "140",
    "Recommended ship-in date": "2026-11-20",
}
CHARGED = {
    "fnsku": "X1",
    "country-code": "US",
    "product-size-tier": "Small Standard-Size",
    "month-of-charge": "2026-10",
    "storage-utilization-ratio": "21.9",
    "estimated-monthly-storage-fee": "1.00",
}


def sheet(cells):
    return "\t".join(cells) + "\n" + "\t".join(cells.values()) + "\n"


def judged(*documents, site=None, metrics=None, as_of=None):
    account = {"marketplace": "amazon", **({"site": site} if site else {})}
    request = {
        "account": account,
        "documents": [{"content": each} for each in documents],
        "metrics": metrics or {},
        **({"as_of": as_of} if as_of else {}),
    }
    registry = discover()
    (snapshot,) = take(registry, request, today=TODAY)
    return {
        each.rule.id.removeprefix("amazon."): each for each in Engine(registry).evaluate(snapshot).findings
    }


def test_both_reports_together_give_units_money_and_days():
    found = judged(sheet(PLANNED), sheet(CHARGED))
    aged, low = found["aged-inventory-surcharge"], found["low-inventory-level-fee"]
    assert (aged.outcome, aged.value, aged.deadlines[0].day) == ("fail", 48, date(2026, 11, 15))
    assert aged.measurement.breakdown.money.amount == Decimal("14.40")
    assert (low.outcome, low.value) == ("fail", 1)
    (item,) = low.measurement.breakdown.items
    assert item.money.amount == Decimal("238.14")  # 378 units, small standard, under 21 days: 0.63
    assert item.recommended == "Ship in 140 units by 2026-11-20"
    assert "Hold 133 units more" in item.advice[0]
    assert found["storage-utilization"].outcome == "warn"


def test_the_export_needs_to_know_its_store():
    found = judged(EXPORT, site="US")
    assert found["aged-inventory-surcharge"].outcome == "fail"
    assert found["aged-inventory-surcharge"].deadlines[0].day == date(2026, 7, 15)
    assert found["inventory-aging"].outcome == "warn"
    assert judged(EXPORT)["aged-inventory-surcharge"].outcome == "not_applicable"


def test_the_policy_of_the_day_is_that_of_the_report_or_of_the_caller():
    assert (
        judged(EXPORT, site="US", as_of=date(2023, 4, 14))["aged-inventory-surcharge"].outcome
        == "not_applicable"
    )
    assert judged(EXPORT, site="US", as_of=date(2024, 5, 14))["low-inventory-level-fee"].outcome == "warn"


def test_a_typed_number_comes_before_the_report():
    found = judged(sheet(PLANNED), metrics={"surcharged_units": {"value": 0, "unit": "count"}})
    assert found["aged-inventory-surcharge"].outcome == "pass"


@pytest.mark.parametrize(("usage", "outcome"), [("100", "pass"), ("100.5", "fail")])
def test_capacity_is_typed_in_with_its_limit(usage, outcome):
    given = {
        "capacity_usage": {"value": usage, "unit": "cubic_feet", "segment": "standard"},
        "capacity_limit": {"value": 100, "unit": "cubic_feet", "segment": "standard"},
    }
    assert judged(site="US", metrics=given)["capacity-usage"].outcome == outcome
