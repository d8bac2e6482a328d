"""Tables, read strictly: what is broken is named by the row that a person would find."""

import pytest

from sellervitals.domain.document import UnreadableError
from sellervitals.domain.sheet import COLUMNS, ROWS, column, columns_of, read_sheet


def rows(text):
    return list(read_sheet(text).rows())


def refusal(text):
    with pytest.raises(UnreadableError) as caught:
        rows(text)
    return caught.value.pointer, caught.value.problem


@pytest.mark.parametrize(
    ("text", "row", "words"),
    [
        pytest.param('a,b\n1,2\n3,"4\n5,6\n', 3, "never closed", id="b71_quote_never_closed"),
        pytest.param('a,b\n1,"2"x\n', 2, "after a closing quote", id="b71_text_after_a_quote"),
        pytest.param("a,b\n1,2\n3\n", 3, "has 1 fields, the header has 2", id="b71_short_row"),
        pytest.param("a,b\n1,2,3\n", 2, "has 3 fields, the header has 2", id="b71_long_row"),
        pytest.param("a\tb\n1\t2\n1\t2\t3\n", 3, "has 3 fields", id="b71_long_row_tsv"),
        pytest.param(f"a,b\n1,2\n3,{'x' * 200_000}\n", 3, "too long", id="b71_200_kb_field"),
        pytest.param(f"a\tb\n3\t{'x' * 200_000}\n", 2, "too long", id="b71_200_kb_field_tsv"),
        pytest.param('a,b\n1,"' + "x\n" * 100_000 + '"\n', 2, "too long", id="b71_200_kb_field_of_lines"),
        pytest.param("a,b,a\n", 1, "names the column a twice", id="b71_duplicate_header"),
        pytest.param("SKU Name,b,sku-name\n", 1, "column sku-name twice", id="b71_same_once_normalised"),
        pytest.param("a,b\n1,2\n3,\0\n", 3, "NUL", id="s53_nul"),
        pytest.param("", 1, "where the header should be", id="empty"),
        pytest.param("\ufeff", 1, "where the header should be", id="mark_alone"),
        pytest.param("\na,b\n1,2\n", 1, "where the header should be", id="empty_first_line"),
        pytest.param(",,\n1,2,3\n", 1, "where the header should be", id="nameless"),
        pytest.param("a,b\r1,2\r", 1, "carriage return", id="old_mac"),
        pytest.param("a\tb\n1\t2\rx\n", 2, "carriage return", id="carriage_return_inside"),
    ],
)
def test_s53_what_is_broken_is_named_by_its_row(text, row, words):
    pointer, problem = refusal(text)
    assert pointer == f"/row/{row}"
    assert words in problem
    assert problem.endswith(".")


@pytest.mark.parametrize("content", [None, 5, {}, [], b"a,b\n"])
def test_only_text_is_a_table(content):
    with pytest.raises(UnreadableError, match="text of a TSV or CSV"):
        read_sheet(content)
    assert columns_of(content) == frozenset()


def test_rows_are_numbered_as_a_spreadsheet_numbers_them():
    text = 'a,b\n1,"two\nlines"\n\n,\n5,"six\r\nlines"\n7\n'
    assert refusal(text) == ("/row/6", "has 1 fields, the header has 2.")
    assert rows(text.removesuffix("7\n")) == [(2, ["1", "two\nlines"]), (5, ["5", "six\nlines"])]


@pytest.mark.parametrize("empty", ["", ",", '"",""', "\r"])
def test_rows_without_content_are_left_out(empty):
    assert rows(f"a,b\n{empty}\n1,2\n{empty}\n") == [(3, ["1", "2"])]


@pytest.mark.parametrize(
    "text",
    [
        "a,b\n1,2\n3,4",
        "a,b\r\n1,2\r\n3,4\r\n",
        "\ufeffa,b\n1,2\n3,4\n",
        "a;b\n1;2\n3;4\n",
        "a\tb\n1\t2\n3\t4\n",
        '\ufeff"a"\t"b"\r\n"1"\t"2"\r\n3\t4\r\n',
        '"a","b"\n"1","2"\n"3","4"\n',
    ],
)
def test_s53_every_way_to_write_one_table(text):
    sheet = read_sheet(text)
    assert (sheet.columns, sheet.header) == ({"a": 0, "b": 1}, ("a", "b"))
    assert list(sheet.rows()) == [(2, ["1", "2"]), (3, ["3", "4"])]
    assert columns_of(text) == {"a", "b"}


def test_marketplaces_own_files_do_not_quote():
    assert rows('sku\tname\nA\t3" pipe\nB\t"quoted"\nC\t"open\n') == [
        (2, ["A", '3" pipe']),
        (3, ["B", '"quoted"']),
        (4, ["C", '"open']),
    ]


def test_tabs_inside_quotes_of_a_quoted_file():
    assert rows('"sku"\t"name"\n"A"\t"x\ty"\n"B"\t"say ""hi"""\n') == [
        (2, ["A", "x\ty"]),
        (3, ["B", 'say "hi"']),
    ]


@pytest.mark.parametrize("char", ["\u2028", "\u2029", "\u0085", "\x0b", "\x0c", "\x1c", "\x1e"])
@pytest.mark.parametrize("between", [",", "\t"])
def test_only_line_feeds_end_a_row(char, between):
    text = f"sku{between}name\nA{between}x{char}y\nB{between}z\n"
    assert rows(text) == [(2, ["A", f"x{char}y"]), (3, ["B", "z"])]
    assert columns_of(text) == {"sku", "name"}


def test_a_header_alone_is_a_table_without_rows():
    assert rows("a,b\n") == rows("a,b") == []


def test_a_column_without_a_name_is_reached_by_no_name():
    sheet = read_sheet("a\t\t\n1\t2\t3\n")
    assert sheet.columns == {"a": 0}
    assert list(sheet.rows()) == [(2, ["1", "2", "3"])]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Inventory Supply at FBA", "inventory-supply-at-fba"),
        ("Exempted from Low-Inventory-Level fee?", "exempted-from-low-inventory-level-fee"),
        ("DEPRECATED healthy-inventory-level", "deprecated-healthy-inventory-level"),
        (" snapshot_date ", "snapshot-date"),
        ("units-shipped-t7", "units-shipped-t7"),
        ("Größe", "grösse"),
        ("(親)ASIN", "親-asin"),
        ("---", ""),
    ],
)
def test_columns_have_one_spelling(name, expected):
    assert column(name) == expected


def test_columns_in_other_scripts_are_told_apart():
    assert read_sheet("(親)ASIN,(子)ASIN\nA,B\n").columns == {"親-asin": 0, "子-asin": 1}


def test_s06_columns_and_rows_at_the_limit_and_one_more():
    names = [f"c{number}" for number in range(COLUMNS)]
    assert len(read_sheet(",".join(names)).columns) == COLUMNS
    assert refusal(",".join([*names, "more"])) == (
        "/row/1",
        f"has {COLUMNS + 1} columns, more than {COLUMNS}.",
    )
    full = "a\n" + "1\n" * ROWS
    assert sum(1 for _ in read_sheet(full).rows()) == ROWS
    assert refusal(full + "1\n")[0] == f"/row/{ROWS + 2}"


def test_recognising_looks_at_nothing_but_the_header():
    assert columns_of('a,b\n"never closed') == {"a", "b"}
    assert columns_of('"never closed') == frozenset()
    assert columns_of("{}") == {""}
