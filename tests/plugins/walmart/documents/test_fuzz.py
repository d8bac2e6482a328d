"""Broken documents: a reading that the host accepts or an UnreadableError, never anything else."""

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
from sellervitals_walmart.documents import ALL
from sellervitals_walmart.marketplace import WALMART

PAYLOADS = Path(__file__).parent.parent / "payloads"
SAMPLES = [
    json.loads(path.read_text("utf-8"), parse_float=Decimal) for path in sorted(PAYLOADS.glob("*.json"))
]

numbers = (
    st.integers()
    | st.decimals(allow_nan=True, allow_infinity=True)
    | st.sampled_from(
        [0, 1, -1, 100, 101, 204, 10**400, Decimal("1E+9999"), Decimal("1E-9999"), Decimal("-0")]
    )
)
words = st.text(max_size=20) | st.sampled_from(
    [
        "GOOD",
        "Urgent Review",
        "2% or below",
        "below 2%",
        "Pro Seller",
        "2026-01-01T00:00Z",
        "0001-01-01T00:00+14:00",
        "9999-12-31",
        "2025-09-10 12:52:36 UTC",
        "TWO_DAY",
        "https://a.example",
        "\ud800",
        "x" * 5000,
    ]
)
KEYS = [
    *("payload", "status", "sellerAccountableRate", "cumulativeRate", "cumulativeAccuracy", "overallRate"),
    *("reportDuration", "updatedTimestamp", "standard", "performanceStandard", "riskLevel", "gmvLoss"),
    *("sellerAccountableDrivers", "infractionDrivers", "lostRate", "conditionType", "recommendations"),
    *("ordersImpacted", "alarms", "metrics", "kpi", "score", "poNumbers", "enNotification", "errors"),
    *("criteriaTier", "criteriaMetadata", "currentTier", "nextRefreshDate", "partnerId"),
]
keys = words | st.sampled_from(KEYS)
values = st.recursive(
    st.none() | st.booleans() | numbers | words,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=3),
    max_leaves=6,
)


def _places(value, path=()):
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
            holder[key] = copy.deepcopy(draw(st.sampled_from(SAMPLES)))
        case "insert" if isinstance(holder, dict):
            holder[draw(keys)] = draw(values)
        case "insert" if isinstance(holder, list):
            holder.insert(key, draw(values))


def _check(document, content):
    before = repr(content)
    document.recognises(content)
    try:
        reading = document.read(content)
    except sdk.UnreadableError:
        return
    assert repr(content) == before
    check_reading(reading, WALMART)
    seen = set()
    for each in reading.measurements:
        assert (each.metric, each.segment) not in seen
        seen.add((each.metric, each.segment))
        assert each.metric in document.metrics
        assert each.document == document.type
        assert each.site is None
        assert not isinstance(each.value, sdk.Rate) or sdk.ratio(0) <= each.value <= sdk.ratio(1)
        assert all(sdk.ratio(0) <= share <= sdk.ratio(1) for share in each.shares.values())
    for notice in (*reading.notices, *reading.ignored):
        assert notice.document == document.type
        assert notice.message


each_document = pytest.mark.parametrize("document", ALL, ids=lambda each: each.type)


@each_document
@settings(max_examples=300, deadline=None)
@given(content=_mutated())
def test_b00_a_mutated_document_is_read_or_refused(document, content):
    _check(document, content)


@each_document
@settings(max_examples=200, deadline=None)
@given(content=values)
def test_b00_any_json_value_is_read_or_refused(document, content):
    _check(document, content)
    _check(document, {"payload": content, "source": content})
    _check(
        document, {"/v3/insights/performance/otd/summary": content, "/v3/insights/sellerIncentives": content}
    )


def test_b00_time_grows_with_the_size_of_a_document_and_not_faster():
    """Drivers, alarms and advice without end are cut off, not worked through."""

    def seconds(number):
        content = copy.deepcopy(SAMPLES[0])
        for response in content.values():
            response["payload"]["sellerAccountableDrivers"] = {f"driver{n}Rate": 1 for n in range(number)}
            response["payload"]["recommendations"] = [{"recommendation": "Sync."}] * number
        started = process_time()
        reading = next(each for each in ALL if each.type == "walmart.performance-summaries").read(content)
        check_reading(reading, WALMART)
        assert len(reading.measurements[0].shares) == 50
        return process_time() - started

    least = min(seconds(500) for _ in range(3))
    assert min(seconds(5_000) for _ in range(2)) < 40 * least
