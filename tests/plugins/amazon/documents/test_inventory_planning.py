"""The planning report in every generation, and every way in which one can be odd or broken."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from sellervitals import plugin as sdk
from sellervitals.intake import envelope, take
from sellervitals.plugins import discover
from sellervitals.problems import RefusedError
from sellervitals_amazon.documents.inventory_planning import DOCUMENT, TYPE, read, recognises
from sellervitals_amazon.documents.planning_columns import KNOWN, PLAIN
from sellervitals_amazon.documents.stock import Stock

PAYLOADS = Path(__file__).parent.parent / "payloads"
EXPORT = (PAYLOADS / "fba-inventory-health.rows.csv").read_text("utf-8")
HEADERS = {
    year: (PAYLOADS / f"fba-inventory-planning.header-{year}.tsv")
    .read_text("utf-8")
    .strip("\r\n")
    .split("\t")
    for year in ("2023", "2026-99col")
}
TODAY = date(2026, 11, 22)


def report(*rows, header=HEADERS["2026-99col"], separator="\t", **everywhere):
    """Write a report; each row gives some columns, ``_`` standing for what names cannot hold."""
    lines = [separator.join(header)]
    for number, row in enumerate(rows):
        said = {"sku": f"S{number}", "available": "10", **everywhere, **row}
        lines.append(separator.join(said.get(name, said.get(name.replace("-", "_"), "")) for name in header))
    return "\n".join(lines) + "\n"


def one(header=HEADERS["2026-99col"], **row):
    """The only row of a report, read."""
    (table,) = read(report(row, header=header)).tables
    return table.rows[0]


@pytest.mark.parametrize("header", HEADERS.values(), ids=list(HEADERS))
def test_every_column_of_every_known_header_is_known(header):
    content = "\t".join(header) + "\n"
    assert recognises(content)
    reading = read(content)
    assert reading.ignored == ()
    assert sdk.columns_of(content) <= KNOWN


def test_a_report_without_rows_is_an_empty_table_and_measures_nothing():
    content = report()
    assert [(table.name, list(table.rows), table.site) for table in read(content).tables] == [
        (TYPE, [], None)
    ]
    (snapshot,) = take(discover(), envelope(discover(), {"documents": [{"content": content}]}), today=TODAY)
    assert snapshot.measurements == ()


def test_the_fields_of_a_row_stand_in_the_order_of_their_columns():
    assert tuple(PLAIN) == Stock._fields[1 : 1 + len(PLAIN)]


def test_case_order_and_spaces_of_columns_do_not_matter():
    rows = EXPORT.splitlines()
    shouted = "\n".join([" , ".join(rows[0].upper().split(",")), *rows[1:]])
    assert read(shouted).tables == read(EXPORT).tables


def test_unknown_columns_are_listed_one_by_one_and_change_nothing():
    header = [*HEADERS["2023"], "Brand-new column", "another/one"]
    reading = read(report({"Brand-new column": "x"}, header=header))
    assert [each.pointer for each in reading.ignored] == ["/row/1/Brand-new column", "/row/1/another~1one"]
    assert reading.tables == read(report({}, header=HEADERS["2023"])).tables


def test_a_byte_order_mark_and_windows_line_ends_change_nothing():
    assert read("\ufeff" + EXPORT.replace("\n", "\r\n")).tables == read(EXPORT).tables


@pytest.mark.parametrize(
    "content",
    [
        None,
        {},
        [],
        7,
        "",
        "sku\tavailable\n",
        "inv-age-0-to-90-days\tavailable\n",
        "primary-action\tdate-stranded\tsku\n",
        (PAYLOADS / "seller-performance.live-shape.json").read_text("utf-8"),
    ],
)
def test_other_contents_are_not_recognised(content):
    assert not recognises(content)


def test_row_25_the_sample_holds_95_excess_units_of_756_available():
    (table,) = read(EXPORT).tables
    assert sum(row.excess for row in table.rows) == 95
    assert sum(row.available for row in table.rows) == 756


def test_a_row_without_sku_is_kept_under_its_fnsku_and_reported():
    reading = read(EXPORT)
    row = reading.tables[0].rows[3]
    assert (row.sku, row.name, row.available) == (None, "X001ABC4", 8)
    (notice,) = [each for each in reading.notices if each.code == "row_without_sku"]
    assert (notice.pointer, "X001ABC4" in notice.message) == ("/row/5", True)


def test_many_rows_without_sku_are_counted_and_not_all_named():
    notices = read(report(*({"sku": ""} for _ in range(50)))).notices
    assert len(notices) == 21
    assert any("30 more rows have no SKU." in each.message for each in notices)
    header = [name for name in HEADERS["2026-99col"] if name != "sku"]
    (notice,) = read(report({}, {}, header=header, asin="B1")).notices
    assert "no column of SKUs" in notice.message


def test_names_of_an_item():
    assert [Stock(7, **some).name for some in ({"sku": "S"}, {"fnsku": "F"}, {"asin": "A"}, {})] == [
        "S",
        "F",
        "A",
        "row 7",
    ]


def test_the_overlapping_ages_are_never_added():
    row = one(
        **{
            "inv-age-0-to-90-days": "5",
            "inv-age-0-to-30-days": "2",
            "inv-age-31-to-60-days": "2",
            "inv-age-61-to-90-days": "1",
            "inv-age-181-to-270-days": "4",
            "inv-age-181-to-330-days": "6",
            "inv-age-331-to-365-days": "1",
            "inv-age-366-to-455-days": "3",
            "inv-age-456-plus-days": "1",
        }
    )
    assert row.ages == ((0, 90, 5), (181, 270, 4), (366, 455, 3), (456, None, 1))
    assert sum(units for *_, units in row.ages) == 13


def test_the_older_step_over_a_year_counts_only_where_the_newer_ones_are_missing():
    old = {"inv-age-365-plus-days": "9"}
    assert one(header=HEADERS["2023"], **old).ages == ((366, None, 9),)
    both = [*HEADERS["2026-99col"], "inv-age-365-plus-days"]
    assert one(header=both, **old, **{"inv-age-366-to-455-days": "9"}).ages == ((366, 455, 9),)


def test_surcharges_are_amazons_own_by_age():
    row = one(
        **{
            "quantity-to-be-charged-ais-181-210-days": "4",
            "estimated-ais-181-210-days": "0.25",
            "estimated-ais-456-plus-days": "7.5",
        }
    )
    assert row.surcharges == ((181, 210, 4, Decimal("0.25")), (456, None, None, Decimal("7.5")))
    old = one(
        header=HEADERS["2023"],
        **{
            "qty-to-be-charged-ltsf-11-mo": "1",
            "projected-ltsf-11-mo": "0.5",
            "qty-to-be-charged-ltsf-12-mo": "2",
            "estimated-ltsf-next-charge": "13.8",
        },
    )
    assert old.surcharges == ((331, 365, 1, Decimal("0.5")), (366, None, 2, Decimal("13.8")))
    (export,) = read(EXPORT).tables
    assert export.rows[2].surcharges[-1] == (366, None, None, Decimal("18.60"))


def test_volumes_become_cubic_feet():
    def volume(unit):
        return one(**{"item-volume": "2.5", "volume-unit-measurement": unit}).volume

    assert volume("cubic feet") == volume("Cubic Feet") == Decimal("2.5")
    assert volume("cubic inches") == Decimal("2.5") / 1728
    assert volume("cubic meters") == Decimal("2.5") / Decimal("0.028316846592")
    assert volume("bushels") is None
    assert volume("") is None


def test_volumes_in_unknown_units_are_left_out_and_said():
    reading = read(report({"item-volume": "1.5", "volume-unit-measurement": "bushels"}))
    assert any("bushels" in each.message for each in reading.notices)
    assert any(each.code == "unit_assumed" for each in read(EXPORT).notices)


def test_a_sale_price_of_0_is_no_sale():
    assert one(your_price="25.0", sales_price="0.0").price == Decimal("25.0")
    assert one(your_price="25.0", sales_price="19.5").price == Decimal("19.5")
    assert one().price is None


def test_flags_and_dates():
    row = one(
        **{
            "Exempted from Low-Inventory-Level fee?": "Yes",
            "Low-Inventory-Level fee applied in current week?": "No",
            "Recommended ship-in date": "2026-05-20",
            "is-seasonal-in-next-3-months": "Y",
            "season-start-date": "2026-07-01",
            "no-sale-last-6-months": "12",
        }
    )
    assert (row.fee_exempt, row.fee_applied, row.seasonal, row.no_sale_6_months) == (True, False, True, True)
    assert (row.ship_in_date, row.first) == (date(2026, 5, 20), date(2026, 7, 1))


def test_words_that_nobody_knows_are_unknown_and_said():
    reading = read(report({"is-seasonal-in-next-3-months": "maybe", "currency": "US$"}))
    assert (reading.tables[0].rows[0].seasonal, reading.tables[0].rows[0].currency) == (None, None)
    assert {each.code for each in reading.notices} == {"unreadable_value"}
    assert len(reading.notices) == 2


@pytest.mark.parametrize("word", ["DE", "de", "Germany", "Amazon.de", "www.amazon.de", "A1PA6795UKMFR9"])
def test_the_store_is_read_from_the_marketplace(word):
    assert read(report({}, marketplace=word)).sites == ("DE",)


def test_one_table_for_each_store():
    reading = read(report({"marketplace": "US"}, {"marketplace": "Amazon.ca"}, {"marketplace": "US"}))
    assert [(each.site, len(each.rows)) for each in reading.tables] == [("US", 2), ("CA", 1)]


def test_rows_without_a_store_belong_to_the_only_one():
    (table,) = read(report({"marketplace": "US"}, {"marketplace": ""})).tables
    assert (table.site, len(table.rows)) == ("US", 2)


def test_an_unknown_store_is_never_taken_for_another():
    alone = read(report({"marketplace": "Amazon.moon"}))
    assert [(each.site, len(each.rows)) for each in alone.tables] == [(None, 1)]
    assert [each.code for each in alone.notices] == ["unknown_marketplace"]
    beside = read(report({"marketplace": "US"}, {"marketplace": "Amazon.moon"}))
    assert [(each.site, len(each.rows)) for each in beside.tables] == [("US", 1)]
    assert "left out" in beside.notices[0].message
    with pytest.raises(sdk.UnreadableError, match="none of which is known"):
        read(report({"marketplace": "Amazon.moon"}, {"marketplace": "Amazon.mars"}))


def test_only_the_newest_day_counts():
    reading = read(
        report({"snapshot-date": "2026-05-13"}, {"snapshot-date": "2026-05-14T07:00:00+00:00"}, {})
    )
    (table,) = reading.tables
    assert table.observed_on == date(2026, 5, 14)
    assert [row.sku for row in table.rows] == ["S1", "S2"]
    (notice,) = reading.notices
    assert (notice.code, "1 rows" in notice.message) == ("older_rows", True)


def test_numbers_of_another_country():
    def rows(**columns):
        return read(report(columns, {"item_volume": "0,5"}, marketplace="DE")).tables[0].rows

    first = rows(available="1.234", your_price="1.234,56", storage_volume="1.500")[0]
    assert (first.available, first.price) == (1234, Decimal("1234.56"))
    with pytest.raises(sdk.UnreadableError, match="two numbers"):
        read(report({"your_price": "1.234"}))


@pytest.mark.parametrize(
    ("column", "cell"),
    [
        ("available", "many"),
        ("available", "-1"),
        ("available", "1.5"),
        ("inv-age-456-plus-days", "x"),
        ("estimated-ais-181-210-days", "x"),
        ("sell-through", "12%"),
        ("Short term historical days of supply", "30+"),
        ("estimated-excess-quantity", "1e999"),
        ("sku", "A\x1bB"),
    ],
)
def test_a_cell_that_cannot_be_read_is_named_by_row_and_column(column, cell):
    with pytest.raises(sdk.UnreadableError) as problem:
        read(report({}, {}, {column: cell}, {}))
    assert problem.value.pointer == "/row/4"
    assert problem.value.problem.startswith(f"{column} ")


def test_the_first_of_several_bad_cells_is_named():
    with pytest.raises(sdk.UnreadableError) as problem:
        read(report({}, {"sell-through": "x"}, {"available": "x"}))
    assert problem.value.pointer == "/row/3"


def test_columns_that_nobody_uses_may_hold_anything():
    assert (
        one(**{"sales-rank": "n.a. yet", "weeks-of-cover-t30": "???", "product-name": "a\x0bb"}).sku == "S0"
    )


WIDE = HEADERS["2026-99col"]


@pytest.mark.parametrize(
    ("content", "row"),
    [
        pytest.param(report({}, header=[*WIDE, "SKU"]), 1, id="header_twice"),
        pytest.param(report({}) + "S9\t10\n", 3, id="short_row"),
        pytest.param(report({}).rstrip("\n") + "\tmore\n", 2, id="long_row"),
        pytest.param(EXPORT + '2026-07-01,"OPEN,X1\n', 6, id="open_quote"),
        pytest.param(EXPORT.replace("WIDGET-RED", "W" * 200_000), 3, id="200_kB_field"),
        pytest.param(report({}, {"sku": "A\x00B"}), 3, id="nul"),
    ],
)
def test_s53_b71_broken_tables_are_refused_at_their_row(content, row):
    with pytest.raises(RefusedError) as refused:
        take(discover(), {"documents": [{"type": TYPE, "content": content}]}, today=TODAY)
    (fault,) = refused.value.faults
    assert (fault.code, fault.pointer) == ("document-unreadable", f"/documents/0/content/row/{row}")


def test_the_document_names_what_it_can_measure():
    assert DOCUMENT.media_type == "text/tab-separated-values"
    assert set(DOCUMENT.metrics) == {
        "excess_inventory_share",
        "sell_through_rate",
        "in_stock_rate",
        "unfulfillable_units",
        "surcharged_units",
        "aging_units",
        "low_inventory_fee_skus",
    }
