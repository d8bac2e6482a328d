"""Broken datasets and notifications: a reading or an UnreadableError, never anything else, in linear time."""

import copy
import json
from decimal import Decimal
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sellervitals import plugin as sdk
from sellervitals_amazon.documents import account_status_changed, data_kiosk
from sellervitals_amazon.documents.seller_analytics import KEYS

PAYLOADS = Path(__file__).parent.parent / "payloads"


def _loads(text):
    return json.loads(text, parse_float=Decimal)


DAYS = (PAYLOADS / "data-kiosk.seller-analytics.days.jsonl").read_text(encoding="utf-8")
SAMPLES = [
    [_loads(line) for line in DAYS.splitlines()],
    _loads((PAYLOADS / "data-kiosk.seller-analytics.month.json").read_text(encoding="utf-8")),
    _loads((PAYLOADS / "account-status-changed.notification.json").read_text(encoding="utf-8")),
    {"Messages": [{"Body": (PAYLOADS / "account-status-changed.notification.json").read_text("utf-8")}]},
]
READERS = (data_kiosk, account_status_changed)

numbers = (
    st.integers()
    | st.decimals(allow_nan=True, allow_infinity=True)
    | st.sampled_from([0, 1, -1, 100, 10**400, Decimal("1E+9999"), Decimal("1E-9999"), Decimal("sNaN")])
)
words = st.text(max_size=20) | st.sampled_from(
    [
        *sorted(KEYS),
        "value",
        "data",
        "Body",
        "Records",
        "0001-01-01",
        "9999-12-31",
        "AT_RISK",
        "\ud800",
    ]
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
    for reader in READERS:
        assert reader.recognises(content) in {True, False}
        try:
            reading = reader.read(content)
        except sdk.UnreadableError:
            continue
        seen = set()
        for each in reading.measurements:
            key = (each.site, each.metric, each.segment)
            assert key not in seen
            seen.add(key)
        for each in (*reading.measurements, *reading.history):
            assert each.metric in reader.DOCUMENT.metrics
            assert each.site in reading.sites
            assert each.value is None or isinstance(each.value, sdk.Rate | Decimal | str)
            assert not isinstance(each.value, sdk.Rate) or sdk.ratio(0) <= each.value <= sdk.ratio(1)
            assert all(count is None or count >= 0 for count in (each.numerator, each.denominator))
            assert isinstance(each.decisive, sdk.Rate | Decimal | str | None)
        for notice in (*reading.notices, *reading.ignored):
            assert notice.document == reader.DOCUMENT.type


@settings(max_examples=250, deadline=None)
@given(_mutated())
def test_b00_a_mutated_document_is_read_or_refused(content):
    _check(content)


@settings(max_examples=60, deadline=None)
@given(values)
def test_b00_any_json_value_is_read_or_refused(content):
    period = {"startDate": "2026-11-19", "endDate": "2026-11-19"}
    _check(content)
    _check([{**period, "totals": {"accountHealth": content}}])
    _check([{**period, "totals": {"accountHealth": dict.fromkeys(KEYS, content)}}])
    _check({**period, "totals": {"accountHealth": {}}, "metrics": content})
    _check({"notificationType": "ACCOUNT_STATUS_CHANGED", "payload": content, "eventTime": content})
    _check({"payload": {"accountStatusChangeNotification": content}})


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=60), st.integers(0, len(DAYS)), st.integers(0, 40))
def test_b00_a_mutated_text_is_read_or_refused(added, place, cut):
    _check(DAYS[:place] + added + DAYS[place + cut :])


def test_b00_deep_nesting_in_a_text_is_refused():
    for text in ("[" * 100_000, '{"accountHealth":' * 50_000, '{"accountStatusChangeNotification":' * 50_000):
        _check(text)
        _check({"Body": text})


def _seconds(lines, *, stores=False):
    line = DAYS.splitlines()[0]
    days = [line.replace("2026-11-16", f"{1000 + each}-01-01") for each in range(lines)]
    if stores:
        days = [each.replace("ATVPDKIKX0DER", f"STORE{place}") for place, each in enumerate(days)]
    text = "\n".join(days)

    def once():
        started = process_time()
        assert len(data_kiosk.read(text).history) >= lines
        return process_time() - started

    return min(once() for _ in range(3))


@pytest.mark.parametrize("stores", [False, True])
def test_time_grows_with_the_number_of_days_or_stores_and_not_faster(stores):
    assert _seconds(2000, stores=stores) < 3 * 4 * _seconds(500, stores=stores)
