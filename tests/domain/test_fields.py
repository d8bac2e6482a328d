"""Fields of JSON documents: read exactly, refused in words, and unknown ones listed."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sellervitals.domain.document import UnreadableError
from sellervitals.domain.fields import MOST_REMARKS, Fields, Remarks

junk = st.recursive(
    st.none() | st.booleans() | st.integers() | st.decimals() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


def said(fields):
    return [(each.code, each.pointer) for each in fields.remarks.notices]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (5, Decimal(5)),
        (Decimal("0.91"), Decimal("0.91")),
        ("0.91", Decimal("0.91")),
        (0, Decimal(0)),
        (None, None),
        (-1, None),
        ("1,5", None),
        ("", None),
        (True, None),
        (10**15, None),
        (Decimal("NaN"), None),
        (Decimal("1E+15"), None),
        ([], None),
    ],
)
def test_a_number_is_read_exactly_or_not_at_all(written, expected):
    fields = Fields.of({"rate": written}, "acme.report")
    assert fields.number("rate") == expected
    unreadable = [] if expected is not None or written is None else [("unreadable_value", "/rate")]
    assert said(fields) == unreadable


def test_a_negative_number_is_read_where_it_is_allowed():
    assert Fields.of({"gap": -3}, "acme.report").number("gap", negative=True) == -3


@pytest.mark.parametrize(
    ("written", "expected"), [(7, 7), ("7", 7), (Decimal("7.0"), 7), ("7.5", None), (-7, None), (False, None)]
)
def test_a_count_is_whole(written, expected):
    fields = Fields.of({"count": written}, "acme.report")
    assert fields.count("count") == expected
    assert bool(said(fields)) == (expected is None)


def test_a_word_is_kept_as_written():
    fields = Fields.of({"a": " At Risk", "b": "  ", "c": "x\n", "d": "x" * 81, "e": 3}, "acme.report")
    assert [fields.word(key) for key in "abcde"] == [" At Risk", None, None, None, None]
    assert said(fields) == [("unreadable_value", f"/{key}") for key in "cde"]
    assert Fields.of({"d": "x" * 81}, "acme.report").word("d", longest=100) == "x" * 81


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2026-11-22", date(2026, 11, 22)),
        ("2026-11-22T23:30:00-05:00", date(2026, 11, 23)),
        ("2026-11-22T23:30:00.000Z", date(2026, 11, 22)),
        ("22/11/2026", None),
        ("0001-01-01T00:00:00+14:00", None),
    ],
)
def test_a_day_is_the_one_in_utc(written, expected):
    fields = Fields.of({"on": written}, "acme.report")
    assert fields.day("on") == expected
    assert bool(said(fields)) == (expected is None)


def test_seconds_since_1970_are_a_day():
    fields = Fields.of({"a": 1728634527, "b": 10**14, "c": "soon"}, "acme.report")
    assert [fields.epoch_day(key) for key in "abc"] == [date(2024, 10, 11), None, None]
    assert said(fields) == [("unreadable_value", "/b"), ("unreadable_value", "/c")]


def test_what_nobody_asked_for_is_listed_with_its_pointer():
    root = Fields.of(
        {"a": 1, "x/y": 2, "in": {"b": True, "c": 3}, "many": [{"d": 1}, 7], "id": 1}, "acme.report"
    )
    root.number("a")
    inner = root.object("in")
    assert inner is not None
    assert inner.flag("b") is True
    assert [each.pointer for each in root.objects("many")] == ["/many/0"]
    root.skip("id")
    root.done()
    assert [each.pointer for each in root.remarks.ignored] == ["/in/c", "/many/0/d", "/x~1y"]
    assert said(root) == [("unreadable_value", "/many/1")]


def test_another_kind_is_said_and_left_out():
    fields = Fields.of({"in": 3, "many": {}, "flag": "yes"}, "acme.report")
    assert (fields.object("in"), fields.objects("many"), fields.flag("flag")) == (None, [], None)
    assert len(said(fields)) == 3
    assert fields.has("in")
    assert not fields.has("nothing")


def test_a_document_that_is_no_object_is_refused():
    with pytest.raises(UnreadableError):
        Fields.of([], "acme.report")


def test_remarks_are_listed_up_to_a_bound():
    remarks = Remarks("acme.report")
    remarks.unknown({str(number): None for number in range(MOST_REMARKS + 5)}, frozenset(), "")
    assert len(remarks.ignored) == MOST_REMARKS + 1
    assert remarks.ignored[-1].message.startswith("5 more")


@given(content=st.dictionaries(st.sampled_from("abcd"), junk))
def test_b_no_content_breaks_a_field(content):
    fields = Fields.of(content, "acme.report")
    for key in "abcd":
        for read in (fields.number, fields.count, fields.word, fields.flag, fields.day, fields.epoch_day):
            read(key)
        fields.object(key)
        fields.objects(key)
    fields.done()
    assert {each.pointer for each in fields.remarks.ignored}.isdisjoint(f"/{key}" for key in "abcd")


def test_a_list_longer_than_any_is_refused_at_its_place():
    longest = Fields.of({"a": [{}] * 50_000}, "acme.report").objects("a")
    assert len(longest) == 50_000
    with pytest.raises(UnreadableError, match="50,000") as caught:
        Fields.of({"a": [{}] * 50_001}, "acme.report").objects("a")
    assert caught.value.pointer == "/a"
