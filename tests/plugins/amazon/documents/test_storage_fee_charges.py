from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from sellervitals import plugin as sdk
from sellervitals.domain.measurement import Window
from sellervitals.engine import Engine
from sellervitals.intake import take
from sellervitals.plugins import discover
from sellervitals_amazon.documents.storage_fee_charges import DOCUMENT, TYPE, Charge, read, recognises

SAMPLE = (Path(__file__).parent.parent / "payloads" / "storage-fee-charges.example.tsv").read_text("utf-8")
HEADER = (
    "fnsku",
    "country-code",
    "product-size-tier",
    "month-of-charge",
    "storage-utilization-ratio",
    "storage-utilization-ratio-units",
    "estimated-storage-utilization-surcharge",
    "estimated-monthly-storage-fee",
    "currency",
    "average-quantity-on-hand-above-30-days",
)
ROW = ("X1", "US", "Standard-sized", "2024-04", "26.5", "weeks", "1.50", "2.00", "USD", "0.5")


def report(*rows, header=HEADER):
    return "\n".join("\t".join(each) for each in (header, *rows)) + "\n"


def row(**more):
    cells = dict(zip(HEADER, ROW, strict=True))
    cells.update((name.replace("_", "-"), text) for name, text in more.items())
    return tuple(cells.values())


def one(*rows):
    (found,) = read(report(*rows)).measurements
    return found


def test_u10_the_sample_reads_as_written_down_here():
    april = Window(date(2024, 4, 1), date(2024, 4, 30))
    nothing = sdk.Money(Decimal("0.00"), "USD", "the report's own estimates")
    item = sdk.Item(
        "X000A8GG1A",
        listing="0991519108",
        situation="slow stock",
        value=Decimal("0.5"),
        unit="units older than 30 days on average",
        money=nothing,
        pointer="/row/2",
    )
    ratio = sdk.Measurement(
        "storage_utilization_ratio",
        "Standard-sized",
        value=Decimal("26.5"),
        window=april,
        document=TYPE,
        pointer="/row/2",
        site="US",
        breakdown=sdk.Breakdown((item,), 1, nothing),
    )
    charge = Charge(
        number=2,
        asin="0991519108",
        fnsku="X000A8GG1A",
        country="US",
        tier="Standard-sized",
        month=date(2024, 4, 1),
        ratio=Decimal("26.5"),
        ratio_unit="weeks",
        rate=Decimal("0.44"),
        surcharge=Decimal("0.004"),
        currency="USD",
        older=Decimal("0.5"),
    )
    assert recognises(SAMPLE)
    assert read(SAMPLE) == sdk.Reading(
        (ratio,), sites=("US",), tables=(sdk.Table(TYPE, [charge], "US", april.end),)
    )


def test_the_sample_is_over_the_22_weeks_of_its_month():
    registry = discover()
    (account,) = take(registry, {"documents": [{"content": SAMPLE}]}, today=date(2026, 11, 22))
    found = {each.rule.id: each for each in Engine(registry).evaluate(account).findings}
    judged = found["amazon.storage-utilization"]
    assert (judged.outcome, judged.limit.since, judged.segment) == (
        "fail",
        date(2024, 4, 1),
        "Standard-sized",
    )
    assert judged.measurement.breakdown.total == 1


def test_one_ratio_for_each_size_tier_with_the_items_of_all_warehouses():
    rows = [
        row(),
        row(estimated_storage_utilization_surcharge="2.25", average_quantity_on_hand_above_30_days="1"),
        row(fnsku="X2", estimated_storage_utilization_surcharge="0"),
        row(fnsku="X3", product_size_tier="Oversize", storage_utilization_ratio="12"),
    ]
    standard, oversize = read(report(*rows)).measurements
    assert (standard.segment, standard.value) == ("Standard-sized", Decimal("26.5"))
    assert (oversize.segment, oversize.value) == ("Oversize", 12)
    (item,) = standard.breakdown.items
    assert (item.id, item.money.amount, item.value) == ("X1", Decimal("3.75"), Decimal("1.5"))
    assert standard.breakdown.money.amount == Decimal("3.75")


def test_a_tier_without_any_surcharge_has_no_items_and_one_that_tells_none_has_no_breakdown():
    assert one(row(estimated_storage_utilization_surcharge="0")).breakdown.total == 0
    assert one(row(estimated_storage_utilization_surcharge="--")).breakdown is None


def test_the_newest_month_is_judged_and_the_older_ones_are_history():
    rows = [
        row(month_of_charge="2026-02"),
        row(month_of_charge="2025-12", storage_utilization_ratio="20"),
        row(month_of_charge="2026-01", storage_utilization_ratio="21"),
    ]
    found = read(report(*rows))
    (newest,) = found.measurements
    assert newest.window == Window(date(2026, 2, 1), date(2026, 2, 28))
    assert [(each.value, each.window.end) for each in found.history] == [
        (20, date(2025, 12, 31)),
        (21, date(2026, 1, 31)),
    ]
    (table,) = found.tables
    assert (len(table.rows), table.observed_on) == (1, date(2026, 2, 28))


@pytest.mark.parametrize(
    ("country", "site"), [("US", "US"), ("GB", "UK"), ("UK", "UK"), ("DE", "DE"), ("jp", "JP")]
)
def test_a_country_is_its_store(country, site):
    assert one(row(country_code=country)).site == site


def test_each_country_is_a_site_of_its_own_and_its_money_stays_apart():
    found = read(report(row(), row(country_code="CA", currency="CAD", storage_utilization_ratio="3")))
    assert found.sites == ("US", "CA")
    assert [(each.site, each.value) for each in found.measurements] == [("US", Decimal("26.5")), ("CA", 3)]
    assert [each.breakdown.money.currency for each in found.measurements] == ["USD", "CAD"]
    assert [table.site for table in found.tables] == ["US", "CA"]


def test_two_currencies_in_one_tier_have_no_sum():
    both = one(row(), row(currency="CAD")).breakdown
    assert both.money is None
    assert sorted(item.money.currency for item in both.items) == ["CAD", "USD"]


def test_a_country_without_a_store_is_nobody_elses():
    found = read(report(row(), row(country_code="CZ")))
    assert found.sites == ("US", "CZ")
    assert [each.code for each in found.notices] == ["unknown_marketplace"]
    assert read(report(row(country_code="--"))).sites == (None,)


def test_what_is_not_told_is_unknown():
    assert read(report(row(storage_utilization_ratio="--"))).measurements == ()
    assert read(report()).measurements == ()
    assert read(report()).sites == (None,)
    assert one(row(product_size_tier="--")).segment is None
    assert one(row(month_of_charge="--")).window is None


@pytest.mark.parametrize("month", ["April", "2024-13", "9999-12", "2024-04x", "04/2024"])
def test_a_month_that_nobody_knows_is_noted(month):
    found = read(report(row(month_of_charge=month)))
    assert found.measurements[0].window is None
    assert [each.code for each in found.notices] == ["unreadable_value"]


def test_a_month_may_be_written_as_a_day():
    assert one(row(month_of_charge="2024-02-29")).window == Window(date(2024, 2, 1), date(2024, 2, 29))


def test_ratios_in_another_unit_are_left_out():
    found = read(report(row(storage_utilization_ratio_units="months")))
    assert found.measurements == ()
    assert [each.code for each in found.notices] == ["unreadable_value"]


def test_rows_that_contradict_each_other_are_noted_and_the_worst_counts():
    found = read(
        report(row(storage_utilization_ratio="21"), row(storage_utilization_ratio="23"), row(fnsku="X2"))
    )
    assert found.measurements[0].value == Decimal("26.5")
    assert [(each.code, each.pointer) for each in found.notices] == [("ratios_differ", "/row/4")]


def test_order_and_case_of_columns_do_not_matter_and_unknown_ones_are_listed():
    header = tuple(name.upper() for name in reversed((*HEADER, "brand-new")))
    found = read(report(tuple(reversed((*ROW, "x"))), header=header))
    assert found.measurements == (one(ROW),)
    assert [each.pointer for each in found.ignored] == ["/row/1/BRAND-NEW"]


@pytest.mark.parametrize(
    ("text", "pointer"),
    [
        (report(row(storage_utilization_ratio="many")), "/row/2"),
        (report(row(), row(estimated_storage_utilization_surcharge="-1")), "/row/3"),
        (report(row()) + "too\tshort\n", "/row/3"),
    ],
)
def test_what_is_broken_is_named_by_its_row(text, pointer):
    with pytest.raises(sdk.UnreadableError) as problem:
        read(text)
    assert problem.value.pointer == pointer


@pytest.mark.parametrize("content", [None, {}, "", "sku\tfnsku\n", 3])
def test_other_contents_are_not_claimed(content):
    assert not recognises(content)


def test_the_document_is_registered():
    assert discover().documents[TYPE] is DOCUMENT
