"""The stranded inventory report: golden rows, dates, broken tables, and what order or case cannot change."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from sellervitals import plugin as sdk
from sellervitals_amazon.documents.stranded_inventory import DOCUMENT, TYPE, Stranded, read, recognises
from sellervitals_amazon.documents.stranding import CLOSED, COMPLIANCE, OTHER, PRICE

PAYLOADS = Path(__file__).parent.parent / "payloads"
HEADER = (PAYLOADS / "stranded-inventory-ui.header.tsv").read_text("utf-8")
SAMPLE = (PAYLOADS / "stranded-inventory-ui.composed.tsv").read_text("utf-8")


def rows(content):
    [table] = read(content).tables
    assert (table.name, table.site) == (TYPE, None)
    return table.rows


def one(**cells):
    """A report of one row: columns by name, the rest empty."""
    names = HEADER.strip().split("\t")
    given = {
        "fulfillable-qty": "1",
        "sku": "A",
        **{name.replace("_", "-"): text for name, text in cells.items()},
    }
    lowered = {name.casefold(): name for name in names}
    row = {lowered[name.casefold()]: text for name, text in given.items()}
    return HEADER.strip() + "\n" + "\t".join(row.get(name, "") for name in names) + "\n"


def removal(*texts):
    header, row = one(Date_to_take_auto_removal="@").rstrip("\n").split("\n")
    reading = read("\n".join([header, *(row.replace("@", text) for text in texts)]))
    return [row.removal for row in reading.tables[0].rows], reading.notices


def test_u10_the_sample_reads_as_written_here():
    assert rows(SAMPLE) == [
        Stranded(2, "MUG-01", "B0CLOSED01", 45, 40, CLOSED, "Relist", date(2026, 12, 5), Decimal("12.99")),
        Stranded(
            3, "LAMP-02", "B0PRICE001", 15, 15, PRICE, "Edit listing", date(2026, 12, 1), Decimal("49.90")
        ),
        Stranded(
            4,
            "KNIFE-03",
            "B0RESTR001",
            6,
            6,
            COMPLIANCE,
            "Create removal order",
            date(2026, 12, 5),
            Decimal("19.00"),
        ),
        Stranded(5, "X00S4", "B0OTHER001", 1, 1, OTHER, "", None, Decimal("5.00")),
    ]
    reading = read(SAMPLE)
    assert (reading.measurements, reading.notices, reading.ignored) == ((), (), ())


def test_a_header_alone_says_that_nothing_is_stranded():
    assert rows(HEADER) == []
    assert rows(HEADER.strip()) == []


def test_a_removal_date_that_could_be_two_days_sets_no_deadline_and_is_said():
    days, notices = removal("03/04/2026", "03/04/2026", "05/05/2026", "2026-12-01")
    assert days == [None, None, date(2026, 5, 5), date(2026, 12, 1)]
    [notice] = notices
    assert (notice.code, notice.pointer) == ("unreadable_date", "/row/2")
    assert "03/04/2026" in notice.message


def test_a_day_above_12_in_the_column_settles_the_others():
    days, notices = removal("03/04/2026", "25/12/2026")
    assert (days, notices) == ([date(2026, 4, 3), date(2026, 12, 25)], ())


def test_so_does_one_in_the_other_column_of_days():
    [row] = rows(one(date_stranded="25/02/2026", Date_to_take_auto_removal="03/04/2026"))
    assert row.removal == date(2026, 4, 3)


def test_order_and_case_of_columns_and_unknown_ones_change_nothing():
    table = [line.split("\t") for line in SAMPLE.rstrip("\n").split("\n")]
    turned = [list(reversed(line)) for line in table]
    turned[0] = [name.upper() for name in turned[0]]
    odd = ["\t".join(["New column" if not place else "?", *line]) for place, line in enumerate(turned)]
    reading = read("\r\n".join(odd))
    assert reading.tables[0].rows == rows(SAMPLE)
    assert [each.pointer for each in reading.ignored] == ["/row/1/New column"]


def test_units_count_in_whatever_state_but_not_those_on_their_way_in():
    [row] = rows(
        one(fulfillable_qty="0", unfulfillable_qty="7", reserved_quantity="2", inbound_shipped_qty="99")
    )
    assert (row.units, row.fulfillable) == (9, 0)


def test_a_row_without_any_name_goes_by_its_number():
    assert rows(one(sku=""))[0].name == "row 2"


@pytest.mark.parametrize(
    ("cells", "says"),
    [
        ({"fulfillable_qty": "many"}, "fulfillable-qty is no number"),
        ({"fulfillable_qty": "-1"}, "fulfillable-qty must not be negative"),
        ({"fulfillable_qty": ""}, "fulfillable-qty is empty"),
        ({"unfulfillable_qty": "1.5"}, "unfulfillable-qty must be a whole number"),
    ],
)
def test_units_that_cannot_be_read_are_named_by_row(cells, says):
    with pytest.raises(sdk.UnreadableError) as caught:
        read(one(**cells))
    assert caught.value.pointer == "/row/2"
    assert says in caught.value.problem


def test_a_long_error_message_is_cut_and_not_refused():
    [row] = rows(one(error_message="x" * 5_000 + "\x07", stranded_reason="Listing closed"))
    assert row.reason == CLOSED


def test_recognises_its_header_and_nothing_else():
    assert recognises(HEADER)
    assert recognises(HEADER.upper().replace("\t", ","))
    for other in ("sku\tfulfillable-qty\n", "stranded-reason\n", "", None, {}, []):
        assert not recognises(other)
    assert DOCUMENT.type == TYPE


@pytest.mark.parametrize(
    ("written", "price"),
    [
        ("19.99", "19.99"),
        ("20", "20"),
        ("19,99", None),
        ("1,299.00", None),
        ("$5", None),
        ("-1", None),
        ("", None),
    ],
)
def test_a_price_that_is_no_plain_number_is_none(written, price):
    header = "sku\tstranded-reason\tfulfillable-qty\tyour-price\n"
    [row] = rows(f"{header}A\tListing closed\t1\t{written}\n")
    assert row.price == (price and Decimal(price))
