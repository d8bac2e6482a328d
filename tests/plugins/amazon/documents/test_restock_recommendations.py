"""The restock report: golden rows by country, days that are quoted, and broken tables named by row."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from sellervitals import plugin as sdk
from sellervitals_amazon.documents.restock_recommendations import Restock, read, recognises

PAYLOADS = Path(__file__).parent.parent / "payloads"
SAMPLE = (PAYLOADS / "restock-inventory.rows.csv").read_text("utf-8")
HEADER, *LINES = SAMPLE.strip().split("\n")


def tables(content):
    return {table.site: table.rows for table in read(content).tables}


def changed(old, new):
    assert old in SAMPLE
    return SAMPLE.replace(old, new)


def test_u10_the_sample_is_one_table_for_each_country():
    found = tables(SAMPLE)
    assert {site: len(rows) for site, rows in found.items()} == {"UK": 5, "US": 1}
    assert read(SAMPLE).sites == ("UK", "US")
    assert found["UK"][0] == Restock(
        number=2,
        sku="OD001209UK",
        asin="B01EXAMPLE1",
        alert="out_of_stock",
        quantity=227,
        ship_by="04/07/2026",
        ship_day=None,
        sales=Decimal("245.00"),
        price=Decimal("9.99"),
        units_sold=24,
        currency="GBP",
        days_of_supply=Decimal(0),
        action=None,
    )
    assert [row.alert for row in found["UK"]] == ["out_of_stock", "reorder_now", "", "", "reorder_now"]
    assert found["US"][0].currency == "USD"


def test_days_that_could_be_two_are_quoted_as_written_and_said_once():
    days = [(row.ship_by, row.ship_day) for row in tables(SAMPLE)["UK"]]
    assert days[:2] == [("04/07/2026", None), ("07/07/2026", date(2026, 7, 7))]
    assert [(each.code, each.pointer) for each in read(SAMPLE).notices] == [("unreadable_date", "/row/2")]


def test_a_day_above_12_anywhere_settles_the_order_of_all():
    found = tables(changed("05/07/2026", "25/07/2026"))
    assert found["UK"][0].ship_day == date(2026, 7, 4)
    assert found["US"][0].ship_day == date(2026, 7, 4)
    assert tables(changed("05/07/2026", "07/25/2026"))["UK"][0].ship_day == date(2026, 4, 7)


def test_codes_name_countries_too():
    assert tables(changed("United Kingdom", "GB")).keys() == {"UK", "US"}


def test_a_country_that_is_no_store_is_left_out_and_never_another_one():
    reading = read(changed("United States", "Atlantis"))
    assert reading.sites == ("UK",)
    assert "Atlantis is no known Amazon store" in reading.notices[0].message
    with pytest.raises(sdk.UnreadableError):
        read(SAMPLE.replace("United Kingdom", "Atlantis").replace("United States", "Atlantis"))


def test_a_report_without_countries_leaves_the_store_open():
    content = "\n".join(line.split(",", 1)[1] for line in (HEADER, *LINES[:5]))
    assert {site: len(rows) for site, rows in tables(content).items()} == {None: 5}


def test_a_row_without_a_country_belongs_to_the_only_one_else_to_none():
    alone = "\n".join((HEADER, LINES[0], LINES[1].replace("United Kingdom", "")))
    assert len(tables(alone)["UK"]) == 2
    several = read("\n".join((HEADER, LINES[0], LINES[5], LINES[1].replace("United Kingdom", ""))))
    assert [len(table.rows) for table in several.tables] == [1, 1]
    assert "store_unnamed" in {each.code for each in several.notices}


def test_an_alert_that_nobody_knows_is_said():
    notices = read(changed("out_of_stock", "rupture")).notices
    assert ("unknown_alert", "/row/2") in {(each.code, each.pointer) for each in notices}


def test_order_case_and_unknown_columns_change_nothing():
    table = [line.split(",") for line in (HEADER, *LINES)]
    turned = [[*reversed(line), "x"] for line in table]
    turned[0] = [*(name.lower() for name in reversed(table[0])), "Brand new"]
    reading = read("\n".join("\t".join(line) for line in turned))
    assert {each.site: each.rows for each in reading.tables} == tables(SAMPLE)
    assert [each.message for each in reading.ignored] == ["/row/1/Brand new is not known."]


def test_the_column_of_recommended_actions_is_read_where_it_is_there():
    content = f"{HEADER},Recommended action\n{LINES[0]},Create shipping plan\n"
    assert tables(content)["UK"][0].action == "Create shipping plan"


@pytest.mark.parametrize(
    ("old", "new", "row"),
    [(",227,", ",a lot,", 2), ("9.99", "nine", 2), (",18,07", ",-18,07", 3), ("GBP,24.99", "GBP", 6)],
)
def test_what_cannot_be_read_is_named_by_row(old, new, row):
    with pytest.raises(sdk.UnreadableError) as caught:
        read(changed(old, new))
    assert caught.value.pointer == f"/row/{row}"


def test_a_header_alone_is_an_empty_table():
    assert tables(HEADER) == {None: []}


def test_recognises_its_header_and_nothing_else():
    assert recognises(SAMPLE)
    assert not any(recognises(other) for other in ("alert\n", "merchant-sku,asin\n", None, {}))
