from datetime import date
from decimal import Decimal

import pytest

from sellervitals.limits import LARGEST_COUNT, SHEET_ROWS
from sellervitals_amazon.documents.cells import (
    LONGEST_TEXT,
    MOST_UNITS,
    REMEMBERED,
    CellError,
    Counts,
    Currencies,
    Days,
    Flags,
    Memo,
    Names,
    Numbers,
    Style,
    Texts,
)

NBSP, THIN = "\u00a0", "\u202f"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("0", "0"),
        ("12", "12"),
        ("0.125", "0.125"),
        (".23", "0.23"),
        ("0,125", "0.125"),
        ("12.5", "12.5"),
        ("12,5", "12.5"),
        ("1,234.56", "1234.56"),
        ("1.234,56", "1234.56"),
        ("1 234,56", "1234.56"),
        (f"1{NBSP}234.5", "1234.5"),
        (f"1{THIN}234{THIN}567,5", "1234567.5"),
        ("1'234.50", "1234.50"),
        ("1,234,567", "1234567"),
        ("1.234.567", "1234567"),
        ("1 234", "1234"),
        ("1234.567", "1234.567"),
        ("1.0E-4", "0.0001"),
        (" 7 ", "7"),
    ],
)
def test_a_number_that_can_only_mean_one_thing_is_read(written, meant):
    assert Numbers().seen[written] == Decimal(meant)


@pytest.mark.parametrize("written", ["", " ", "-", "--", "N/A", "n/a"])
def test_empty_is_unknown_and_never_zero(written):
    for kind in (Numbers, Counts, Texts, Flags, Days, Currencies):
        assert kind().seen[written] is None


@pytest.mark.parametrize(
    "written",
    [
        "abc",
        "1,23,4",
        "1.2.3",
        "12 34",
        "1,234.567,8",
        "1_000",
        "NaN",
        "Infinity",
        "٣",
        "1e5x",
        "$5",
        "9" * 16,
    ],
)
def test_what_is_no_number_is_refused(written):
    for kind in (Numbers, Counts):
        with pytest.raises(CellError):
            _ = kind().seen[written]


def test_less_than_nothing_is_refused_unless_it_may_be():
    with pytest.raises(CellError, match="negative"):
        _ = Numbers().seen["-1.5"]
    with pytest.raises(CellError, match="negative"):
        _ = Counts().seen["-1"]
    assert Numbers(negative=True).seen["-1.50"] == Decimal("-1.50")


def settled(kind, first, *others):
    """Read columns as a file is read: once, and again where the first time was wrong."""
    style = Style()
    columns = [kind(), *(Numbers() for _ in others)]
    for each in columns:
        each.style = style
    found = [
        [each.seen[cell] for cell in cells] for each, cells in zip(columns, (first, *others), strict=True)
    ]
    if not style.settle():
        return found[0]
    for each in columns:
        each.seen.clear()
    return [columns[0].seen[cell] for cell in first]


@pytest.mark.parametrize(
    ("cells", "meant"),
    [
        (["1.234", "0.5"], ["1.234", "0.5"]),
        (["1.234", "0,5"], ["1234", "0.5"]),
        (["1,234", "0,5"], ["1.234", "0.5"]),
        (["1,234", "0.5"], ["1234", "0.5"]),
        (["0,5", "1.234"], ["0.5", "1234"]),
    ],
)
def test_the_rest_of_a_file_tells_a_thousand_from_one_and_a_bit(cells, meant):
    assert settled(Numbers, cells) == [Decimal(each) for each in meant]


def test_other_columns_tell_it_too_unless_they_disagree():
    assert settled(Numbers, ["1.234"], ["0.5"]) == [Decimal("1.234")]
    assert settled(Numbers, ["1.234"], ["0,5"], ["7"]) == [Decimal(1234)]
    with pytest.raises(CellError, match="two numbers"):
        settled(Numbers, ["1.234"], ["0,5"], ["0.5"])


def test_a_number_that_could_mean_two_is_refused():
    with pytest.raises(CellError, match=r"two numbers: 1\.234"):
        settled(Numbers, ["1.234"])
    assert settled(Numbers, ["0.5", "0,5"]) == [Decimal("0.5")] * 2


def test_units_are_whole():
    assert settled(Counts, ["12", "12.0", "1,234", "1 234"]) == [12, 12, 1234, 1234]
    assert settled(Counts, ["1.234"], ["0,5"]) == [1234]
    assert settled(Counts, ["1.234"]) == [1234]
    with pytest.raises(CellError, match="whole number"):
        settled(Counts, ["1.5"])


@pytest.mark.parametrize(
    ("cells", "others"),
    [(["1.000"], []), (["1,000"], []), (["1.234"], ["0.5"]), (["1.000"], ["0.5"]), (["1,234"], ["0,5"])],
)
def test_units_that_could_mean_two_numbers_are_refused(cells, others):
    with pytest.raises(CellError, match="two numbers"):
        settled(Counts, cells, others)


def test_yes_and_no_in_their_spellings_and_units_as_yes():
    flags = Flags()
    assert [flags.seen[each] for each in ("Yes", "y", "TRUE", "12", "No", "N", "false", "0")] == [
        True
    ] * 4 + [False] * 4
    unknown = ["perhaps", "-5", "٣", "1_0", "0.5"]
    assert [flags.seen[each] for each in unknown] == [None] * 5
    assert list(flags.unknown) == unknown


def test_days_are_dates_or_moments():
    days = Days()
    assert days.seen["2026-05-14"] == days.seen["2026-05-14T23:00:00-07:00"] == date(2026, 5, 14)
    assert days.seen["4/11/2021"] is None
    assert list(days.unknown) == ["4/11/2021"]


def test_currencies_are_three_letters():
    currencies = Currencies()
    assert (currencies.seen["usd"], currencies.seen["US$"]) == ("USD", None)


def test_texts_are_kept_as_written_and_cannot_carry_control_characters():
    assert Texts().seen[" Große Kiste\u200b "] == "Große Kiste\u200b"
    for bad in ("a\x00b", "\x1b[31m", "x" * (LONGEST_TEXT + 1)):
        with pytest.raises(CellError):
            _ = Texts().seen[bad]


def test_what_is_remembered_is_bounded():
    memo = Memo(str)
    assert [memo[each] for each in range(REMEMBERED + 10)][-1] == str(REMEMBERED + 9)
    assert len(memo) == REMEMBERED
    names = Names()
    assert (names.seen["A"], len(names.seen)) == ("A", 0)


@pytest.mark.parametrize("written", ["1e15", "9e99", "1,234,567,890,123,456", "1e15.5"])
def test_what_is_beyond_sense_is_refused_where_it_stands(written):
    with pytest.raises(CellError, match=r"too large|no number"):
        _ = Numbers().seen[written]


def test_units_of_all_rows_together_stay_a_number_that_is_kept():
    assert MOST_UNITS * SHEET_ROWS * 3 <= LARGEST_COUNT
    assert Counts().seen["1000000000"] == Counts().seen["1,000,000,000"] == MOST_UNITS
    for written in ("1000000001", "999999999999999", "1,000,000,001", "1e10"):
        with pytest.raises(CellError, match="more than 1,000,000,000"):
            _ = Counts().seen[written]
