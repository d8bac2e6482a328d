"""Broken reports: a reading or an UnreadableError, never anything else, and in linear time."""

import copy
import json
from decimal import Decimal
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sellervitals import plugin as sdk
from sellervitals_amazon.documents.blocks import METRICS
from sellervitals_amazon.documents.performance_report import read, recognises

PAYLOADS = Path(__file__).parent.parent / "payloads"
SAMPLES = [
    json.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
    for path in sorted(PAYLOADS.glob("seller-performance.*.json"))
]
SPLITS = {"order_defect_rate": {"mfn", "afn"}, "late_shipment_rate": {"10d", "30d"}}

numbers = (
    st.integers()
    | st.decimals(allow_nan=True, allow_infinity=True)
    | st.sampled_from([0, 1, -1, 100, 10**400, Decimal("1E+9999"), Decimal("1E-9999"), Decimal("-0")])
)
words = st.text(max_size=20) | st.sampled_from(
    [
        "GOOD",
        "lt",
        "EQUALS",
        "7",
        "2026-01-01",
        "2026-01-01T00:00Z",
        "0001-01-01T00:00+14:00",
        "ATVPDKIKX0DER",
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
    match draw(st.sampled_from(["delete", "replace", "insert", "swap"])):
        case "delete":
            del holder[key]
        case "replace":
            holder[key] = draw(values)
        case "swap":
            holder[key] = copy.deepcopy(draw(st.sampled_from(SAMPLES))["performanceMetrics"][0])
        case "insert" if isinstance(holder, dict):
            holder[draw(words | st.sampled_from(["rate", "targetValue", "afn", "warningStates"]))] = draw(
                values
            )
        case "insert" if isinstance(holder, list):
            holder.insert(key, draw(values))


def _check(content):
    recognises(content)
    try:
        reading = read(content)
    except sdk.UnreadableError:
        return
    assert reading.measurements
    seen = set()
    for each in reading.measurements:
        key = (each.site, each.metric, each.segment)
        assert key not in seen
        seen.add(key)
        assert each.metric in METRICS
        assert each.site in reading.sites
        assert each.segment in SPLITS.get(each.metric, {each.segment})
        assert each.value is None or isinstance(each.value, sdk.Rate | Decimal | str)
        assert not isinstance(each.value, sdk.Rate) or sdk.ratio(0) <= each.value <= sdk.ratio(1)
        assert all(count is None or count >= 0 for count in (each.numerator, each.denominator))
        assert isinstance(each.decisive, sdk.Rate | Decimal | str | None)
    for notice in (*reading.notices, *reading.ignored):
        assert notice.document == "amazon.seller-performance-report"
        assert notice.message


@settings(max_examples=500, deadline=None)
@given(_mutated())
def test_b00_a_mutated_report_is_read_or_refused(content):
    _check(content)


@settings(max_examples=300, deadline=None)
@given(values)
def test_b00_any_json_value_is_read_or_refused(content):
    _check(content)
    _check({"performanceMetrics": content, "accountStatuses": content})
    _check({"performanceMetrics": [content, content]})


def _stores(number):
    """A report of many stores, with an unknown key and an unusable value in each."""
    store = SAMPLES[0]["performanceMetrics"][0] | {"unknown": 1, "documentRequests": 7}
    return {"performanceMetrics": [store | {"marketplaceId": f"M{place}"} for place in range(number)]}


def _seconds(content):
    def once():
        started = process_time()
        read(content)
        return process_time() - started

    return min(once() for _ in range(3))


def test_time_grows_with_the_size_of_the_report_and_not_faster():
    assert _seconds(_stores(400)) < 3 * 4 * _seconds(_stores(100))


@pytest.mark.parametrize("number", [1000])
def test_a_long_list_of_late_shipments_is_read_in_linear_time(number):
    entries = [{"rate": 0, "orderCount": place} for place in range(number)]
    content = {"performanceMetrics": [{"marketplaceId": "X", "lateShipmentRateList": entries}]}
    assert _seconds(content) < 2
    assert len(read(content).measurements) == 2
