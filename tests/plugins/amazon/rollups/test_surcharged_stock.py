from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from sellervitals import plugin as sdk
from sellervitals_amazon.documents.inventory_planning import TYPE, read
from sellervitals_amazon.documents.stock import Stock
from sellervitals_amazon.rollups.surcharged_stock import snapshot_after, surcharged

EXPORT = Path(__file__).parent.parent / "payloads" / "fba-inventory-health.rows.csv"
DAY = date(2026, 7, 1)
YEARS = ((181, 270, 1), (271, 365, 2), (366, 455, 3), (456, None, 4))
NOTHING_OLD = ((0, 90, 10), (91, 180, 0), (181, 270, 0), (271, 365, 0), (366, None, 0))


def tables(*rows, day=DAY, site="US"):
    return sdk.Tables(day, site, {TYPE: sdk.Table(TYPE, rows, site, day)})


def stock(number=2, **more):
    return Stock(number, sku=f"SKU-{number}", **{"currency": "USD", "volume": Decimal(1), **more})


def measured(measure, *rows, **where):
    (found,) = measure(tables(*rows, **where))
    return found


def none(measure, *rows):
    return list(measure(tables(*rows))) == []


def sample():
    (table,) = read(EXPORT.read_text("utf-8")).tables
    return tables(*table.rows)


def test_the_sample_rows_give_amazons_own_money_by_sku():
    (found,) = surcharged(sample())
    assert found.value == 216
    items = {item.id: item for item in found.breakdown.items}
    assert {name: (item.units, f"{item.money.amount}") for name, item in items.items()} == {
        "GADGET-PRO": (180, "48.30"),
        "WIDGET-RED": (36, "3.60"),
    }
    assert list(items) == ["GADGET-PRO", "WIDGET-RED"]
    assert items["GADGET-PRO"].recommended == "Create removal order"
    assert items["GADGET-PRO"].situation == "aged 181 to over 365 days"
    assert items["WIDGET-RED"].situation == "aged 181 to 270 days"
    assert items["WIDGET-RED"].pointer == "/row/3"
    assert items["WIDGET-RED"].advice[-1].endswith("before Amazon counts them on 2026-07-15.")
    assert f"{found.breakdown.money.amount} {found.breakdown.money.currency}" == "51.90 USD"
    assert "Amazon's estimate" in found.breakdown.money.source


def test_amazons_quantities_count_and_not_the_ages_of_today():
    bands = ((181, 210, 5, Decimal("2.50")), (211, 240, 0, Decimal(0)), (241, 270, 0, Decimal(0)))
    old = ((181, 270, 99), (271, 365, 0), (366, None, 0))
    found = measured(surcharged, stock(ages=old, surcharges=bands))
    assert found.value == 5
    assert found.breakdown.money.amount == Decimal("2.50")


def test_a_gap_in_the_bands_falls_back_to_the_ages():
    """The long-term storage fee of the old header tells of 331 to 365 days only."""
    bands = ((331, 365, 1, Decimal(5)), (366, None, 3, Decimal(20)))
    old = ((181, 270, 0), (271, 365, 7), (366, None, 3))
    found = measured(surcharged, stock(ages=old, surcharges=bands), day=date(2023, 5, 1))
    assert found.value == 10
    (item,) = found.breakdown.items
    assert item.money.amount == Decimal("46.60")  # 7 * 3.80 at least, and Amazon's own 20.00
    assert item.money.source.startswith("Amazon's estimate in the planning report and at least, by ")


@pytest.mark.parametrize(
    ("units", "situation"),
    [
        ((7, 0, 0), "aged 181 to 270 days"),
        ((0, 7, 0), "aged 271 to 365 days"),
        ((7, 7, 0), "aged 181 to 365 days"),
        ((0, 7, 7), "aged 271 to over 365 days"),
        ((0, 0, 7), "aged over 365 days"),
    ],
)
def test_the_situation_spans_all_units_that_are_counted(units, situation):
    spans = ((181, 270), (271, 365), (366, None))
    ages = tuple((*span, some) for span, some in zip(spans, units, strict=True))
    (item,) = measured(surcharged, stock(ages=ages)).breakdown.items
    assert item.situation == situation


def test_one_unit_is_counted_as_one_and_no_day_is_named_where_no_rate_is_known():
    one = stock(ages=((181, 270, 1), (271, 365, 0), (366, None, 0)))
    found = measured(surcharged, one)
    assert "22nd: 1 unit, if" in found.breakdown.deadlines[0].says
    assert found.breakdown.items[0].deadline == date(2026, 7, 15)
    assert measured(surcharged, one, site="DE").breakdown.items[0].deadline is None


def test_ages_alone_are_charged_by_the_table_which_is_named_with_its_date():
    old = ((181, 270, 0), (271, 365, 0), (366, 455, 40), (456, None, 40))
    (item,) = measured(surcharged, stock(ages=old, volume=Decimal("0.125"))).breakdown.items
    assert item.money.amount == Decimal("74.00")  # 34.50 and 39.50 of row 22
    assert item.money.source == "the surcharge table of 2026-01-01 (United States)"


@pytest.mark.parametrize(
    ("day", "amount", "since"),
    [
        (date(2023, 4, 15), "3.80", "2023-04-15"),
        (date(2025, 12, 31), "5.45", "2024-01-01"),
        (date(2026, 1, 1), "5.45", "2026-01-01"),
    ],
)
def test_an_age_over_several_rates_costs_at_least_the_lowest(day, amount, since):
    old = ((181, 270, 0), (271, 365, 1), (366, None, 0))
    (item,) = measured(surcharged, stock(ages=old), day=day).breakdown.items
    assert item.money.amount == Decimal(amount)
    assert item.money.source == f"at least, by the surcharge table of {since} (United States)"


def test_quantities_without_amounts_are_charged_by_their_finer_bands():
    bands = ((181, 210, 0, None), (211, 240, 0, None), (241, 270, 2, None))
    old = ((181, 270, 9), (271, 365, 0), (366, None, 0))
    (item,) = measured(surcharged, stock(ages=old, surcharges=bands)).breakdown.items
    assert (item.units, item.money.amount) == (2, 3)
    assert item.money.source == "the surcharge table of 2026-01-01 (United States)"


@pytest.mark.parametrize("group", ["gl_apparel", "Shoes", "Handbags", "Jewelry", "gl_watch"])
def test_fashion_is_free_up_to_270_days_unless_amazon_counts_it(group):
    young = ((181, 270, 5), (271, 365, 0), (366, None, 0))
    old = ((181, 270, 5), (271, 365, 6), (366, None, 0))
    assert measured(surcharged, stock(ages=young, product_group=group)).value == 0
    assert measured(surcharged, stock(ages=old, product_group=group)).value == 6
    bands = ((181, 210, 0, None), (211, 240, 0, None), (241, 270, 2, None))
    assert measured(surcharged, stock(ages=young, surcharges=bands, product_group=group)).value == 2
    assert measured(surcharged, stock(ages=young, product_group="gl_toy")).value == 5


def test_an_age_that_amazon_estimates_at_nothing_is_not_charged():
    free = ((181, 210, None, Decimal(0)), (211, 240, None, Decimal(0)), (241, 270, None, Decimal(0)))
    ages = ((181, 270, 5), (271, 365, 0), (366, None, 0))
    assert measured(surcharged, stock(ages=ages, surcharges=free)).value == 0


def test_the_units_in_stock_are_told_beside_the_charged_ones():
    found = measured(
        surcharged, stock(ages=YEARS, available=40), stock(3, ages=NOTHING_OLD, available=10), stock(4)
    )
    assert (found.value, found.numerator, found.denominator) == (10, 10, 50)
    found = measured(surcharged, stock(ages=YEARS))
    assert (found.value, found.numerator, found.denominator) == (10, None, None)


def test_unknown_is_neither_zero_nor_healthy():
    assert none(surcharged)
    assert none(surcharged, stock())
    assert none(surcharged, stock(ages=NOTHING_OLD), stock(3))
    assert none(surcharged, stock(ages=((0, 90, 10), (91, 180, 3))))
    found = measured(surcharged, stock(ages=YEARS), stock(3))
    assert found.value == 10
    assert found.rebuilt_from == "the planning report, without 1 row that does not say"


def test_nothing_old_is_nothing_charged_and_has_no_deadline():
    found = measured(surcharged, stock(ages=NOTHING_OLD))
    assert (found.value, found.breakdown.total, found.breakdown.deadlines) == (0, 0, ())


def test_money_in_two_currencies_has_no_sum():
    band = ((366, None, 1, Decimal(7)),)
    ages = NOTHING_OLD[:-1]
    rows = [stock(n, ages=ages, surcharges=band, currency=each) for n, each in ((2, "USD"), (3, "CAD"))]
    found = measured(surcharged, *rows)
    assert found.breakdown.money is None
    assert {item.money.currency for item in found.breakdown.items} == {"USD", "CAD"}


@pytest.mark.parametrize("more", [{"volume": None}, {"currency": "CAD"}])
def test_the_table_needs_a_volume_and_dollars(more):
    (item,) = measured(surcharged, stock(ages=YEARS, **more)).breakdown.items
    assert item.money is None


@pytest.mark.parametrize("site", ["DE", None])
def test_no_other_store_is_charged_by_the_american_table(site):
    (item,) = measured(surcharged, stock(ages=YEARS), site=site).breakdown.items
    assert item.money is None


def test_the_deadline_is_the_next_15th():
    found = measured(surcharged, stock(ages=YEARS), day=date(2026, 12, 16))
    (deadline,) = found.breakdown.deadlines
    assert (deadline.day, deadline.kind) == (date(2027, 1, 15), sdk.DeadlineKind.CHARGE)
    assert "10 units" in deadline.says
    assert "18th to the 22nd" in deadline.says
    assert found.breakdown.items[0].deadline == deadline.day


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 7, 1), date(2026, 7, 15)),
        (date(2026, 7, 14), date(2026, 7, 15)),
        (date(2026, 7, 15), date(2026, 7, 15)),
        (date(2026, 7, 16), date(2026, 8, 15)),
        (date(2026, 1, 31), date(2026, 2, 15)),
        (date(2026, 12, 31), date(2027, 1, 15)),
    ],
)
def test_the_next_15th_may_be_today(day, expected):
    assert snapshot_after(day) == expected


def test_amazons_words_and_removal_quantity_are_quoted():
    told = stock(ages=YEARS, recommended_action="Create removal order", recommended_removal=12)
    (item,) = measured(surcharged, told).breakdown.items
    assert item.recommended == "Create removal order"
    assert "12 units, as Amazon suggests" in item.advice[-1]
    assert item.advice[0].startswith("Cut the price")


def test_where_the_calendar_ends_there_is_no_day_of_charge():
    assert snapshot_after(date(9999, 12, 15)) == date(9999, 12, 15)
    assert snapshot_after(date(9999, 12, 16)) is None
    old = stock(ages=((181, 270, 5), (271, 365, 0), (366, None, 0)))
    found = measured(surcharged, old, day=date(9999, 12, 31))
    assert found.value == 5
    assert found.breakdown.deadlines == ()
    assert found.breakdown.items[0].deadline is None
