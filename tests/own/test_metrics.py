"""Plain metrics of an open marketplace: names of the caller's own, with target, comparator and severity."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sellervitals import plugin as sdk
from sellervitals.domain.fault import MetadataError
from sellervitals.plain_metrics import Reader
from sellervitals.plugin import percent

FAMILIES = {
    "own_rate_lower": ("ratio", "lower"),
    "own_rate_higher": ("ratio", "higher"),
    "own_hours_lower": ("hours", "lower"),
    "own_stars_higher": ("stars", "higher"),
    "own_count_lower": ("count", "lower"),
}
METRICS = (
    sdk.Metric(id="late_rate", title="Late", unit="ratio", better="lower"),
    sdk.Metric(id="rating", title="Rating", unit="stars", better="higher", highest=5),
    *(sdk.Metric(id=name, title=name, unit=unit, better=better) for name, (unit, better) in FAMILIES.items()),
)
CARD = sdk.Scorecard(version="1", weights={"harbor.x": 1})
OPEN = sdk.Marketplace(id="harbor", title="Harbor", metrics=METRICS, scorecard=CARD, families=tuple(FAMILIES))
CLOSED = sdk.Marketplace(id="harbor", title="Harbor", metrics=METRICS, scorecard=CARD)
RATE = {"value": "1.2", "unit": "percent", "comparator": "below"}


def reader(metrics, marketplace=OPEN, *, strict=False):
    made = Reader(marketplace, None, date(2026, 11, 22), strict=strict)
    return made.read(metrics), made


def read(metrics, **more):
    found, made = reader(metrics, **more)
    assert made.faults == []
    assert made.ignored == []
    return found


def one(given, name="packing errors"):
    (found,) = read({name: given})
    return found


def faults(metrics, **more):
    _, made = reader(metrics, **more)
    return {(each.pointer, each.code) for each in made.faults}


def details(given, name="packing errors"):
    _, made = reader({name: given})
    return {each.pointer.rpartition("/")[2]: each.detail for each in made.faults}


@pytest.mark.parametrize(
    ("given", "metric"),
    [
        ({"unit": "percent", "comparator": "<"}, "own_rate_lower"),
        ({"unit": "ratio", "comparator": "at_most"}, "own_rate_lower"),
        ({"unit": "ratio", "comparator": "GREATER_THAN_OR_EQUAL"}, "own_rate_higher"),
        ({"unit": "hours", "comparator": "LTE"}, "own_hours_lower"),
        ({"unit": "stars", "comparator": "above"}, "own_stars_higher"),
        ({"unit": "count", "comparator": "at most"}, "own_count_lower"),
    ],
)
def test_an_unknown_name_is_the_segment_of_the_family_whose_unit_and_direction_fit(given, metric):
    found = one({"value": 1, **given})
    assert (found.metric, found.segment, found.target, found.severity) == (
        metric,
        "packing errors",
        None,
        None,
    )
    assert (found.document, found.pointer) == ("metrics", "/metrics/packing errors")


def test_counts_alone_are_a_rate():
    found = one({"numerator": 3, "denominator": 40, "comparator": "below"})
    assert (found.metric, found.counted) == ("own_rate_lower", sdk.Rate(3, 40))
    counted = {"numerator": 3, "denominator": 40, "comparator": "<", "target": 5, "unit": "percent"}
    assert one(counted).target == sdk.Target(sdk.Comparator.BELOW, percent("5"))


def test_a_target_is_read_in_the_unit_of_the_value():
    assert one({**RATE, "target": "1.5"}).target == sdk.Target(sdk.Comparator.BELOW, percent("1.5"))
    ratio = {"value": "0.99", "unit": "ratio", "comparator": "at_least", "target": "0.98"}
    assert one(ratio).target == sdk.Target(sdk.Comparator.AT_LEAST, percent("98"))
    hours = {"value": 20, "unit": "hours", "comparator": "<=", "target": 24}
    assert one(hours).target == sdk.Target(sdk.Comparator.AT_MOST, Decimal(24))


def test_nothing_can_be_below_zero_so_a_target_of_zero_includes_it():
    zero = {"value": 0, "unit": "count", "comparator": "<", "target": 0}
    assert one(zero).target == sdk.Target(sdk.Comparator.AT_MOST, Decimal(0))


@pytest.mark.parametrize("severity", sdk.Severity)
def test_a_severity_is_taken_over(severity):
    assert one({**RATE, "severity": severity.value}).severity is severity


def test_a_known_name_may_bring_a_target_and_a_severity_too():
    (found,) = read({"late_rate": {**RATE, "target": 2, "comparator": "=", "severity": "low"}})
    assert (found.metric, found.segment, found.severity) == ("late_rate", None, "low")
    assert found.target == sdk.Target(sdk.Comparator.AT_MOST, percent("2"))
    (plain,) = read({"late_rate": {"value": "1.2", "unit": "percent"}})
    assert (plain.target, plain.severity) == (None, None)
    (family,) = read({"own_rate_lower": {**RATE, "target": 2, "segment": "packing"}})
    assert (family.segment, family.target) == ("packing", sdk.Target(sdk.Comparator.BELOW, percent("2")))


def test_a_name_with_segments_keeps_them_apart():
    found = read({"errors": [{**RATE, "segment": "north"}, {**RATE, "segment": "south"}, RATE]})
    assert [each.segment for each in found] == ["errors, north", "errors, south", "errors"]


def test_what_would_become_the_same_segment_is_refused():
    twice = {"errors, north": RATE, "errors": {**RATE, "segment": "north"}}
    assert faults(twice) == {("/metrics/errors", "validation-failed")}
    assert faults({"errors": [RATE, RATE]}) == {("/metrics/errors/1", "validation-failed")}


def test_older_windows_of_an_own_name_are_told_apart():
    window = {"from": "2026-10-01", "to": "2026-10-31"}
    found = read({"errors": [RATE, {**RATE, "window": window}]})
    assert [each.window is None for each in found] == [True, False]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"value": 1}, {("unit", "unit-missing"), ("comparator", "validation-failed")}),
        ({"value": 1, "unit": "percent"}, {("comparator", "validation-failed")}),
        ({"numerator": 1, "denominator": 2}, {("comparator", "validation-failed")}),
        ({"comparator": "<"}, {("unit", "unit-missing")}),
        ({**RATE, "comparator": None}, {("comparator", "validation-failed")}),
        ({**RATE, "comparator": "about"}, {("comparator", "validation-failed")}),
        ({**RATE, "comparator": "="}, {("comparator", "validation-failed")}),
        ({**RATE, "comparator": "<" + " " * 64}, {("comparator", "validation-failed")}),
        ({**RATE, "comparator": ["<"]}, {("comparator", "validation-failed")}),
        ({**RATE, "unit": "parsecs"}, {("unit", "validation-failed")}),
        ({**RATE, "unit": "points"}, {("unit", "validation-failed")}),
        ({**RATE, "unit": "state"}, {("unit", "validation-failed")}),
        ({**RATE, "unit": ["percent"]}, {("unit", "validation-failed")}),
        (
            {**RATE, "unit": "parsecs", "comparator": 3},
            {(each, "validation-failed") for each in ("unit", "comparator")},
        ),
        ({"value": 3, "unit": "stars", "comparator": "<"}, {("comparator", "validation-failed")}),
        ({**RATE, "value": "101"}, {("value", "unit-mismatch")}),
        ({**RATE, "target": "101"}, {("target", "unit-mismatch")}),
        ({**RATE, "target": None}, {("target", "validation-failed")}),
        ({**RATE, "target": "1 %"}, {("target", "validation-failed")}),
        ({**RATE, "target": -1}, {("target", "validation-failed")}),
        ({**RATE, "target": True}, {("target", "validation-failed")}),
        ({**RATE, "severity": "grave"}, {("severity", "validation-failed")}),
        ({**RATE, "severity": None}, {("severity", "validation-failed")}),
        ({**RATE, "severity": {"a": 1}}, {("severity", "validation-failed")}),
        ({**RATE, "trust": "official"}, {("trust", "unknown-field")}),
        ({**RATE, "segment": ""}, {("segment", "validation-failed")}),
        ({"numerator": 1, "denominator": 2, "comparator": "<", "target": 5}, {("unit", "unit-missing")}),
    ],
)
def test_faults_of_an_unknown_name_are_named_and_nothing_is_guessed(given, expected):
    assert faults({"x": given}) == {(f"/metrics/x/{field}", code) for field, code in expected}


def test_all_faults_of_a_measurement_are_answered_at_once():
    wrong = {"value": "x", "unit": "hours", "target": "y", "severity": "z", "segment": 3}
    assert {pointer for pointer, _ in faults({"x": wrong})} == {
        f"/metrics/x/{field}" for field in ("value", "target", "comparator", "severity", "segment")
    }


@pytest.mark.parametrize(
    ("name", "given", "expected"),
    [
        ("late_rate", {**RATE, "comparator": ">"}, {("/comparator", "validation-failed")}),
        ("late_rate", {"value": 1, "target": 2, "comparator": "<"}, {("/unit", "unit-missing")}),
        ("late_rate", {"value": 1, "unit": "percent", "target": 2}, {("/comparator", "validation-failed")}),
        (
            "own_rate_lower",
            {"value": 1, "unit": "percent", "target": 2},
            {("/comparator", "validation-failed")},
        ),
        ("rating", {"value": 4, "comparator": ">=", "target": 6}, {("/target", "validation-failed")}),
        (
            "rating",
            {"value": 4, "unit": "hours", "comparator": ">=", "target": 4},
            {("/unit", "unit-mismatch")},
        ),
        ("packing", 3, {("", "validation-failed")}),
        ("", RATE, {("", "validation-failed")}),
        ("a\tb", RATE, {("", "validation-failed")}),
        ("x" * 65, RATE, {("", "validation-failed")}),
    ],
)
def test_faults_of_known_names_and_of_names_that_are_none(name, given, expected):
    assert faults({name: given}) == {(f"/metrics/{name}{field}", code) for field, code in expected}


def test_the_sentences_help():
    said = details({"value": 1}, "late_rates")
    assert said["unit"] == (
        "is missing: late_rates is no metric of harbor. Did you mean late_rate? Say what it is counted in:"
        " percent, ratio, hours, stars, count."
    )
    assert said["comparator"].endswith(
        "Say which side of its target is good: below, at_most, at_least, above."
    )
    stars = details({"value": 3, "unit": "stars", "comparator": "<"})
    assert stars["comparator"] == "is '<', but of own_stars_higher more is better."
    assert details({**RATE, "severity": "grave"})["severity"] == "must be one of critical, high, medium, low."


def test_elsewhere_these_are_unknown_names_and_unknown_fields_as_ever():
    found, made = reader({"packing": {"value": 1}}, CLOSED)
    assert (found, made.faults) == ([], [])
    assert [each.code for each in made.ignored] == ["unrecognised_metric"]
    assert faults({"packing": {"value": 1}}, marketplace=CLOSED, strict=True) == {
        ("/metrics/packing", "unknown-field")
    }
    brought = {**RATE, "target": "x", "comparator": 3, "severity": "grave"}
    assert faults({"late_rate": brought}, marketplace=CLOSED) == {
        (f"/metrics/late_rate/{field}", "unknown-field") for field in ("target", "comparator", "severity")
    }


def test_a_family_stands_once_for_a_unit_and_direction():
    twin = sdk.Metric(id="twin", title="Twin", unit="ratio", better="lower")
    with pytest.raises(MetadataError, match="families names 'ratio, lower' twice"):
        sdk.Marketplace(
            id="harbor",
            title="Harbor",
            metrics=(*METRICS, twin),
            scorecard=CARD,
            families=("own_rate_lower", "twin"),
        )


anything = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-5, 10**16)
    | st.text(max_size=5)
    | st.decimals(allow_nan=False, allow_infinity=False),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner, max_size=2),
    max_leaves=3,
)
fields = st.sampled_from(
    ["value", "unit", "target", "comparator", "severity", "numerator", "denominator", "segment", "window"]
)
words = st.sampled_from(["percent", "ratio", "hours", "<", ">=", "high", "1", "99.5"])


@given(st.dictionaries(st.text(max_size=5), st.dictionaries(fields, words | anything) | anything, max_size=3))
def test_whatever_is_given_it_is_read_or_refused(metrics):
    found, made = reader(metrics)
    assert all(each.pointer.startswith("/metrics/") for each in made.faults)
    assert all(isinstance(each, sdk.Measurement) for each in found)
