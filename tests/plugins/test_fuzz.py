"""Broken JSON documents of every marketplace: a reading that the host takes, or an UnreadableError."""

import copy
import json
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sellervitals import plugin as sdk
from sellervitals.checking import check_measurement, check_reading
from sellervitals.plugins import discover

REGISTRY = discover()
HERE = Path(__file__).parent
NUMBERS = (
    0,
    1,
    -1,
    28,
    100,
    101,
    204,
    10**14,
    10**400,
    Decimal("1E+9999"),
    Decimal("1E-9999"),
    Decimal("-0"),
)
WORDS = (
    *("", "7", "1e3", "<", ">=", "2% or below", "49.90%", "\ud800", "x" * 5000),
    *("2026-01-01", "19/10/2026", "9999-12-31", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00"),
)
numbers = st.integers() | st.decimals(allow_nan=True, allow_infinity=True) | st.sampled_from(NUMBERS)


def places(value, path=()):
    """The path of every value inside a document, its own included."""
    found = [path]
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in items:
        found += places(each, (*path, key))
    return found


def words_of(value):
    """Every text of a document, keys included: what its reader may be waiting for."""
    if isinstance(value, str):
        return {value}
    inner = [*value.keys(), *value.values()] if isinstance(value, dict) else value
    return set().union(*map(words_of, inner)) if isinstance(inner, list) else set()


class Samples:
    """The JSON samples of one marketplace, and values made of their words."""

    def __init__(self, name: str) -> None:
        files = sorted((HERE / name / "payloads").glob("*.json"))
        self.contents = [json.loads(each.read_text("utf-8"), parse_float=Decimal) for each in files]
        self.places = [places(each)[1:] for each in self.contents]
        known = sorted(set().union(*map(words_of, self.contents)))
        self.words = st.text(max_size=20) | st.sampled_from([*WORDS, *known])
        self.values = st.recursive(
            st.none() | st.booleans() | numbers | self.words,
            lambda inner: st.lists(inner, max_size=3) | st.dictionaries(self.words, inner, max_size=3),
            max_leaves=6,
        )


NAMES = [name for name in REGISTRY.marketplaces if any((HERE / name / "payloads").glob("*.json"))]
SAMPLES = {name: Samples(name) for name in NAMES}


@st.composite
def mutated(draw, samples):
    number = draw(st.integers(0, len(samples.contents) - 1))
    content = copy.deepcopy(samples.contents[number])
    for _ in range(draw(st.integers(1, 6))):
        *path, last = draw(st.sampled_from(samples.places[number]))
        holder = content
        try:
            for key in path:
                holder = holder[key]
            change(draw, samples, holder, last)
        except (KeyError, IndexError, TypeError):
            continue  # an earlier change has taken this place away
    return content


def change(draw, samples, holder, key):
    match draw(st.sampled_from(["delete", "replace", "insert", "double", "swap"])):
        case "delete":
            del holder[key]
        case "replace":
            holder[key] = draw(samples.values)
        case "swap":
            holder[key] = copy.deepcopy(draw(st.sampled_from(samples.contents)))
        case "double" if isinstance(holder, list):
            holder.append(copy.deepcopy(holder[key]))
        case "insert" if isinstance(holder, dict):
            holder[draw(samples.words)] = draw(samples.values)
        case "insert" if isinstance(holder, list):
            holder.insert(key, draw(samples.values))


def read(document, content):
    """Read what its reader recognises, as the host does; whatever else it must at least survive."""
    before = repr(content)
    if not document.recognises(content):
        return
    try:
        reading = document.read(content)
    except sdk.UnreadableError:
        return
    assert repr(content) == before
    marketplace = REGISTRY.marketplaces[document.marketplace]
    check_reading(reading, marketplace)
    for each in (*reading.measurements, *reading.history):
        check_measurement(each, marketplace.by_id[each.metric])
        assert each.metric in document.metrics
        assert each.document == document.type
        assert not isinstance(each.value, sdk.Rate) or each.value >= sdk.ratio(0)
    for notice in (*reading.notices, *reading.ignored):
        assert notice.document == document.type
        assert notice.message


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=500, deadline=None)
@given(data=st.data())
def test_b00_a_mutated_document_is_read_or_refused(name, data):
    content = data.draw(mutated(SAMPLES[name]))
    for document in REGISTRY.documents.values():
        if document.media_type == "application/json":
            read(document, content)


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=200, deadline=None)
@given(data=st.data())
def test_b00_any_json_value_anywhere_is_read_or_refused(name, data):
    samples = SAMPLES[name]
    value = data.draw(samples.values)
    whole = copy.deepcopy(data.draw(st.sampled_from(samples.contents)))
    if isinstance(whole, dict):
        whole[data.draw(st.sampled_from(sorted(whole)))] = value
    for document in REGISTRY.documents.values():
        if document.marketplace == name and document.media_type == "application/json":
            read(document, value)
            read(document, whole)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("depth", [10, 500])
def test_b00_deep_nesting_is_read_or_refused(name, depth):
    for sample in SAMPLES[name].contents:
        content = copy.deepcopy(sample)
        for _ in range(depth):
            key = next(iter(sample), "x") if isinstance(sample, dict) else "x"
            content = {**sample, key: content} if isinstance(sample, dict) else [content]
        for document in REGISTRY.documents.values():
            if document.marketplace == name and document.media_type == "application/json":
                read(document, content)
