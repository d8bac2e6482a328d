"""The feedback report: ratings and orders alone; placeholders, broken rows, and no personal data."""

from pathlib import Path

import pytest

from sellervitals import plugin as sdk
from sellervitals_amazon.documents.seller_feedback import Rating, read, recognises

PLACEHOLDERS = (Path(__file__).parent.parent / "payloads" / "seller-feedback.placeholder-rows.tsv").read_text(
    "utf-8"
)
HEADER = PLACEHOLDERS.split("\n", maxsplit=1)[0]
ONE = "111-1234567-7654321"


def report(*rows):
    return "\n".join((HEADER, *("\t".join(row) for row in rows))) + "\n"


def row(day="10/20/23", stars="1", order=ONE, comment="Never came!", mail="jane.doe@example.com"):
    return (day, stars, comment, "Sorry", order, mail)


def rows(content):
    [table] = read(content).tables
    return table.rows


def test_u10_rows_are_stars_order_and_day():
    content = report(row(), row("1/2/24", "3", "222-1234567-7654321"))
    assert rows(content) == [
        Rating(2, 1, ONE, "10/20/23"),
        Rating(3, 3, "222-1234567-7654321", "1/2/24"),
    ]


def test_nothing_personal_is_kept():
    reading = read(report(row(), row(stars="rating", mail="rita@example.com", comment="Awful")))
    for word in ("jane.doe", "@", "Never came", "Sorry", "rita", "Awful"):
        assert word not in repr(reading)


def test_an_address_in_the_wrong_column_is_not_kept_either():
    shifted = ("jane.doe@example.com", "1", "x", "y", "jane.doe@example.com", "z")
    assert rows(report(shifted)) == [Rating(2, 1, None, "")]
    with pytest.raises(sdk.UnreadableError) as caught:
        read(report(("10/20/23", "jane.doe@example.com", "x", "y", ONE, "z")))
    assert caught.value.pointer == "/row/2"
    assert "jane" not in f"{caught.value.problem}{caught.value.pointer}"


def test_the_sample_holds_nothing_but_placeholders():
    with pytest.raises(sdk.UnreadableError) as caught:
        read(PLACEHOLDERS)
    assert caught.value.pointer == "/row/2"
    assert "placeholder" in caught.value.problem


def test_placeholders_beside_ratings_are_named_by_row_and_left_out():
    reading = read(report(row(), row(stars="Rating"), row(stars="2")))
    assert [each.number for each in reading.tables[0].rows] == [2, 4]
    assert [(each.code, each.pointer) for each in reading.notices] == [("unreadable_row", "/row/3")]


@pytest.mark.parametrize("stars", ["", "0", "6", "1.5", "one", "-1", "٣"])
def test_a_rating_that_is_none_is_refused_by_row(stars):
    with pytest.raises(sdk.UnreadableError) as caught:
        read(report(row(), row(stars=stars)))
    assert caught.value.pointer == "/row/3"


def test_a_header_alone_is_a_report_without_bad_feedback():
    assert rows(HEADER) == []


def test_order_case_and_unknown_columns_change_nothing():
    table = [HEADER.split("\t"), list(row())]
    turned = [[*reversed(line), "?"] for line in table]
    turned[0] = [*(name.upper() for name in reversed(table[0])), "Extra"]
    reading = read("\n".join("\t".join(line) for line in turned))
    assert reading.tables[0].rows == rows(report(row()))
    assert [each.pointer for each in reading.ignored] == ["/row/1/Extra"]


def test_a_row_of_another_length_is_refused_by_row():
    with pytest.raises(sdk.UnreadableError) as caught:
        read(report(row(), row()[:4]))
    assert caught.value.pointer == "/row/3"


def test_recognises_its_header_and_nothing_else():
    assert recognises(HEADER)
    assert not any(recognises(other) for other in ("Date\tRating\tOrder ID\n", "Comments\n", None, {}))
