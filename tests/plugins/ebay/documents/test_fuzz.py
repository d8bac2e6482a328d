"""Broken documents of every kind: a reading or an UnreadableError and nothing else, in linear time."""

import copy
import json
from decimal import Decimal
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sellervitals import plugin as sdk
from sellervitals.checking import check_reading
from sellervitals_ebay.documents import ALL
from sellervitals_ebay.marketplace import EBAY

PAYLOADS = Path(__file__).parent.parent / "payloads"
SAMPLES = [
    json.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
    for path in sorted(PAYLOADS.glob("*.json"))
] + [{"errors": [{"errorId": 54200, "domain": "API_ANALYTICS", "message": "No data available."}]}]
ODD = (0, 1, -1, 100, 10**400, Decimal("1E+9999"), Decimal("1E-9999"), Decimal("-0"), Decimal("0.1234567"))
numbers = st.integers() | st.decimals(allow_nan=True, allow_infinity=True) | st.sampled_from(ODD)
words = st.text(max_size=20) | st.sampled_from(
    [
        "TOP_RATED",
        "PROJECTED",
        "PROGRAM_DE",
        "VERY_HIGH",
        "7",
        "1e3",
        "2026-01-01",
        "20261117",
        "0001-01-01T00:00:00+14:00",
        "9999-12-31T23:59:59-12:00",
        "EBAY_GB",
        "RATE",
        "LISTING_VIEWS_TOTAL",
        "\ud800",
    ]
)
values = st.recursive(
    st.none() | st.booleans() | numbers | words,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3),
    max_leaves=6,
)


def _places(value, path=()):
    """The path of every value inside a document, its own included."""
    found = [path]
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in items:
        found += _places(each, (*path, key))
    return found


PLACES = [_places(sample) for sample in SAMPLES]


@st.composite
def _mutated(draw):
    number = draw(st.integers(0, len(SAMPLES) - 1))
    content = copy.deepcopy(SAMPLES[number])
    for _ in range(draw(st.integers(1, 6))):
        *path, last = draw(st.sampled_from(PLACES[number][1:]))
        holder = content
        try:
            for key in path:
                holder = holder[key]
            _change(draw, holder, last)
        except (KeyError, IndexError, TypeError):
            continue  # an earlier change has taken this place away
    return content


def _change(draw, holder, key):
    match draw(st.sampled_from(["delete", "replace", "insert", "double"])):
        case "delete":
            del holder[key]
        case "replace":
            holder[key] = draw(values)
        case "double" if isinstance(holder, list):
            holder.append(copy.deepcopy(holder[key]))
        case "insert" if isinstance(holder, dict):
            holder[draw(words)] = draw(values)
        case "insert" if isinstance(holder, list):
            holder.insert(key, draw(values))


def _check(content):
    for document in ALL:
        if not document.recognises(content):
            continue
        try:
            reading = document.read(content)
        except sdk.UnreadableError:
            continue
        check_reading(reading, EBAY)
        for each in (*reading.measurements, *reading.history):
            assert each.document == document.type
            assert each.metric in document.metrics
            assert each.site in reading.sites
            assert isinstance(each.decisive, sdk.Rate | Decimal | str | None)
        for notice in (*reading.notices, *reading.ignored):
            assert notice.document == document.type
            assert notice.message


@settings(max_examples=600, deadline=None)
@given(_mutated())
def test_b00_a_mutated_document_is_read_or_refused(content):
    _check(content)


@settings(max_examples=200, deadline=None)
@given(values)
def test_b00_any_json_value_is_read_or_refused(content):
    for wrapped in (
        content,
        {"standardsProfiles": content},
        {"standardsLevel": content, "program": content, "cycle": content, "metrics": content},
        [{"standardsLevel": "TOP_RATED", "program": "PROGRAM_US", "metrics": [content]}],
        {"dimensionMetrics": [content], "marketplaceId": content, "evaluationCycle": content},
        {"header": {"metrics": [content], "dimensionKeys": content}, "records": [content]},
        {"errors": [content]},
    ):
        _check(wrapped)


def _many(number):
    profile = SAMPLES[0]["standardsProfiles"][0]
    return {"standardsProfiles": [profile | {"unknown": each} for each in range(number)]}


@pytest.mark.parametrize("make", [_many, lambda number: _many(number)["standardsProfiles"]])
def test_the_time_grows_with_the_document_and_no_faster(make):
    def seconds(content):
        [document] = [each for each in ALL if each.recognises(content)]
        started = process_time()
        document.read(content)
        return process_time() - started

    small, large = make(100), make(800)
    quick = min(seconds(small) for _ in range(3))
    assert min(seconds(large) for _ in range(3)) < 8 * quick * 3 + 0.05
