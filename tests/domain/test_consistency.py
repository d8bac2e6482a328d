"""Contradictions inside one measurement: each kind found, and nothing else."""

from datetime import date
from decimal import Decimal

import pytest

from sellervitals.domain.consistency import Kind, contradictions, off_by_hundred
from sellervitals.domain.measurement import (
    Better,
    Comparator,
    Measurement,
    Metric,
    Target,
    Unit,
    Window,
)
from sellervitals.domain.rate import Rate

RATE = Metric(
    id="late",
    title="Late rate",
    unit=Unit.RATIO,
    better=Better.LOWER,
    numerator="late orders",
    denominator="orders",
)


def kinds(**fields):
    return [each.kind for each in contradictions(Measurement("late", **fields), RATE)]


def test_rate_against_counts_names_both_numbers():
    found = contradictions(
        Measurement("late", value=Rate.ratio("0.005"), digits=3, numerator=551, denominator=17_197), RATE
    )
    assert [each.kind for each in found] == [Kind.RATE_AGAINST_COUNTS]
    assert "0.5 %" in found[0].message
    assert "551 late orders of 17,197 orders are 3.204 %" in found[0].message


def test_impossible_counts_are_said_once():
    assert kinds(value=Rate.ratio("0.9529"), digits=4, numerator=896_462, denominator=878_443) == [
        Kind.IMPOSSIBLE_COUNTS
    ]


def test_f14_a_factor_of_about_100_is_a_unit_error():
    assert kinds(value=Rate.ratio("0.0091"), digits=4, numerator=91, denominator=100) == [Kind.UNIT]


@pytest.mark.parametrize(
    ("value", "counted", "off"),
    [("0.0091", "0.91", True), ("0.91", "0.0091", True), ("0.01", "0.9", False), ("0.01", "0.95", True)]
    + [("0.01", "1.05", True), ("0.01", "1.06", False), ("0", "0.5", False)],
)
def test_u05_the_factor_is_between_95_and_105(value, counted, off):
    assert off_by_hundred(Rate.ratio(value), Rate.ratio(counted)) is off


def test_parts_may_overlap_unless_they_exclude_each_other():
    parts = {"feedback": 628, "claims": 442, "chargebacks": 15}
    assert kinds(numerator=1078, denominator=539_000, parts=parts) == []
    assert kinds(numerator=1078, denominator=539_000, parts=parts, exclusive=True) == [Kind.PARTS_ABOVE_TOTAL]
    assert kinds(numerator=1078, denominator=539_000, parts={"claims": 1079}) == [Kind.PARTS_ABOVE_TOTAL]


COUNT = Metric(
    id="complaints", title="Complaints", unit=Unit.COUNT, better=Better.LOWER, numerator="complaints"
)


@pytest.mark.parametrize(
    ("value", "parts", "exclusive", "message"),
    [
        (Decimal(3), {"counterfeit": 2, "trademark": 1}, False, None),
        (Decimal(3), {"counterfeit": 3, "trademark": 1}, False, None),  # one may be about both
        (Decimal(3), {"counterfeit": 4}, False, "Complaints: 4 counterfeit exceed all 3 complaints."),
        (Decimal(0), {"counterfeit": 1}, False, "Complaints: 1 counterfeit exceed all 0 complaints."),
        (
            Decimal(3),
            {"counterfeit": 3, "trademark": 1},
            True,
            "Complaints: 3 counterfeit and 1 trademark exceed all 3 complaints.",
        ),
        (None, {"counterfeit": 4}, False, None),
    ],
)
def test_parts_of_a_count_are_parts_of_the_count_itself(value, parts, exclusive, message):
    found = contradictions(Measurement("complaints", value=value, parts=parts, exclusive=exclusive), COUNT)
    assert [each.message for each in found] == ([message] if message else [])


def test_a_window_that_runs_backwards():
    assert kinds(window=Window(date(2020, 11, 21), date(2020, 11, 19))) == [Kind.REVERSED_WINDOW]
    assert kinds(window=Window(date(2020, 11, 19), date(2020, 11, 19))) == []


@pytest.mark.parametrize(
    ("value", "good", "contradicts"),
    [
        ("0.009", True, False),
        ("0.009", False, True),
        ("0.01", True, True),
        ("0.01", False, False),
        ("0.02", None, False),
    ],
)
def test_a_status_that_contradicts_its_own_target(value, good, contradicts):
    target = Target(Comparator.BELOW, Rate.ratio("0.01"))
    found = kinds(value=Rate.ratio(value), target=target, verdict="GOOD", good=good)
    assert found == ([Kind.STATUS_AGAINST_TARGET] if contradicts else [])


def test_a_sound_measurement_contradicts_nothing():
    assert kinds(value=Rate.ratio("0.0033"), digits=4, numerator=10, denominator=3000) == []


def test_a_contradiction_names_its_segment_and_the_whole_target():
    target = Target(Comparator.AT_LEAST, Rate.ratio("0.9"))
    (found,) = contradictions(
        Measurement(
            "late", "30d", value=Rate.ratio("0.8"), digits=1, target=target, verdict="GOOD", good=True
        ),
        RATE,
    )
    assert found.message == (
        "Late rate (30d): the report says GOOD, but 80 % misses its own target: at least 90 %."
    )


def test_impossible_counts_without_a_rate_meet_and_miss_nothing():
    target = Target(Comparator.AT_LEAST, Rate.ratio("0.9"))
    found = kinds(numerator=120, denominator=100, target=target, verdict="BAD", good=False)
    assert found == [Kind.IMPOSSIBLE_COUNTS]
