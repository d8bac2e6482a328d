"""Broken documents: a reading or an UnreadableError, never anything else."""

import copy
import json
from decimal import Decimal
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from sellervitals import plugin as sdk
from sellervitals.checking import check_reading
from sellervitals_mercadolibre.documents import ALL
from sellervitals_mercadolibre.marketplace import MERCADOLIBRE

SAMPLES = [
    json.loads(path.read_text("utf-8"), parse_float=Decimal)
    for path in sorted((Path(__file__).parent.parent / "payloads").glob("*.json"))
]
numbers = (
    st.integers()
    | st.decimals(allow_nan=True, allow_infinity=True)
    | st.sampled_from([0, 1, -1, 100, 10**400, Decimal("1E+9999"), Decimal("1E-9999"), Decimal("-0")])
)
words = st.text(max_size=20) | st.sampled_from(
    ["5_green", "7", "0.02", "2026-01-01", "0001-01-01T00:00+14:00", "MLA", "remote", "60 days", "\ud800"]
)
values = st.recursive(
    st.none() | st.booleans() | numbers | words,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3),
    max_leaves=6,
)


def places(value, path=()):
    found = [path]
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in items:
        found += places(each, (*path, key))
    return found


PLACES = [places(sample) for sample in SAMPLES]


@st.composite
def mutated(draw):
    number = draw(st.integers(0, len(SAMPLES) - 1))
    content = copy.deepcopy(SAMPLES[number])
    for _ in range(draw(st.integers(1, 6))):
        *path, last = draw(st.sampled_from(PLACES[number][1:]))
        holder = content
        try:
            for key in path:
                holder = holder[key]
            if draw(st.booleans()):
                holder[last] = draw(values)
            else:
                del holder[last]
        except (KeyError, IndexError, TypeError):
            continue  # an earlier change has taken this place away
    return content


def check(content):
    for document in ALL:
        document.recognises(content)
        try:
            reading = document.read(content)
        except sdk.UnreadableError:
            continue
        check_reading(reading, MERCADOLIBRE)
        for each in reading.measurements:
            assert each.site in reading.sites
            assert each.metric in document.metrics
            assert each.document == document.type
            assert each.denominator is None or each.metric == "lifetime_cancel_share"


@settings(max_examples=300, deadline=None)
@given(mutated())
def test_b00_a_mutated_document_is_read_or_refused(content):
    check(content)


@settings(max_examples=200, deadline=None)
@given(values)
def test_b00_any_json_value_is_read_or_refused(content):
    check(content)
    check({"seller_reputation": content})
    check({"seller_reputation": [{"seller_reputation": content, "site_id": content}]})
