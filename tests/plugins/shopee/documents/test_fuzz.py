"""Broken answers and pushes: a reading or an UnreadableError, never anything else, in linear time."""

import copy
import json
from decimal import Decimal
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sellervitals import plugin as sdk
from sellervitals.checking import check_measurement, check_reading
from sellervitals_shopee.documents import ALL, late_orders, penalty_push
from sellervitals_shopee.marketplace import SHOPEE

PAYLOADS = Path(__file__).parent.parent / "payloads"
SAMPLES = [
    json.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
    for path in sorted(PAYLOADS.glob("*.json"))
]
KEYS = sorted(
    {
        key
        for sample in SAMPLES
        for key in (
            *sample,
            *(sample.get("response") or {}),
            *(sample.get("data") or {}),
            *("metric_id", "current_period", "unit", "target", "value", "comparator", "exemption_end_date"),
            *("issue_time", "end_time", "latest_point_num", "new_tier", "date", "opfr", "item_id"),
        )
    }
)
numbers = (
    st.integers()
    | st.decimals(allow_nan=True, allow_infinity=True)
    | st.sampled_from(
        [0, 1, -1, 28, 3, 10**14, 10**400, Decimal("1E+9999"), Decimal("1E-9999"), Decimal("sNaN")]
    )
)
words = st.text(max_size=20) | st.sampled_from(
    [*KEYS, "<", ">=", "=", "", "49.90%", "19/10/2026", "99/99/9999", "2026-12-31", "\ud800", "x" * 5000]
)
values = st.recursive(
    st.none() | st.booleans() | numbers | words,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3),
    max_leaves=6,
)


def _places(value, path=()):
    found = [path]
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in items:
        found += _places(each, (*path, key))
    return found


@st.composite
def _mutated(draw):
    content = copy.deepcopy(draw(st.sampled_from(SAMPLES)))
    for _ in range(draw(st.integers(1, 5))):
        places = _places(content)[1:]
        if not places:
            break
        *path, last = draw(st.sampled_from(places))
        holder = content
        for key in path:
            holder = holder[key]
        if draw(st.booleans()):
            holder[last] = draw(values)
        elif isinstance(holder, dict):
            holder[draw(words)] = holder.pop(last)
        else:
            del holder[last]
    return content


def _check(content):
    for document in ALL:
        assert document.recognises(content) in {True, False}
        try:
            reading = document.read(content)
        except sdk.UnreadableError:
            continue
        check_reading(reading, SHOPEE)
        places = [(each.metric, each.segment) for each in reading.measurements]
        assert len(set(places)) == len(places)
        for each in (*reading.measurements, *reading.history):
            check_measurement(each, SHOPEE.by_id[each.metric])
            assert each.metric in document.metrics
            assert not isinstance(each.value, sdk.Rate) or sdk.ratio(0) <= each.value <= sdk.ratio(1)
        for notice in (*reading.notices, *reading.ignored):
            assert notice.document == document.type


@settings(max_examples=400, deadline=None)
@given(_mutated())
def test_b00_a_mutated_answer_is_read_or_refused(content):
    _check(content)


@settings(max_examples=100, deadline=None)
@given(values)
def test_b00_any_json_value_is_read_or_refused(content):
    _check(content)
    _check({"error": content, "message": content, "request_id": content, "response": content})
    for key in ("metric_list", "late_order_list", "listing_list", "penalty_point_list", "punishment_list"):
        _check({"error": "", "request_id": "r", "response": {key: [content], "total_count": content}})
        _check({"error": "", "request_id": "r", "response": {key: content}})
    _check({"code": penalty_push.CODE, "data": {"points_issued_data": content, "tier_update_data": content}})


@pytest.mark.parametrize("depth", [10, 500])
def test_b00_deep_nesting_is_read_or_refused(depth):
    content = {}
    for _ in range(depth):
        content = {"response": content, "error": "", "request_id": "r", "metric_list": [content]}
    _check(content)


def _seconds(orders):
    entry = {"order_sn": "A", "late_by_days": 1, "shipping_deadline": 1660211779}
    content = {"error": "", "response": {"late_order_list": [dict(entry) for _ in range(orders)]}}

    def once():
        started = process_time()
        assert late_orders.read(content).measurements[0].value == orders
        return process_time() - started

    return min(once() for _ in range(3))


def test_time_grows_with_the_number_of_orders_and_not_faster():
    assert _seconds(8000) < 3 * 4 * _seconds(2000)
