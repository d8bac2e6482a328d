"""The modified z-score: worked by hand at the threshold, just under and just over it, and its laws."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sellervitals.domain.measurement import Unit
from sellervitals.domain.rate import Rate
from sellervitals.foresight.anomaly import BASELINE, LEAST_POINTS, Reading, departure, departures, exact

FIRST = date(2026, 1, 1)
NINE = [Decimal(each) for each in range(96, 105)]
"""Their median is 100; the distances to it are 0, 1, 1, 2, 2, 3, 3, 4, 4: the MAD is 2, and the line lies
3.5 * 2 / 0.6745 = 10.37806 from the median."""

numbers = st.integers(-(10**10), 10**10).map(lambda each: Decimal(each).scaleb(-4))
long_enough = st.lists(numbers, min_size=LEAST_POINTS, max_size=30)


@pytest.mark.parametrize(
    ("value", "score"),
    [
        ("110.3780", None),
        ("110.3781", "3.5000"),
        ("89.6220", None),
        ("89.6219", "-3.5000"),
        ("200", "33.725"),
    ],
)
def test_a_value_beyond_the_threshold_departs_and_one_before_it_does_not(value, score):
    found = departure(Decimal(value), NINE, Unit.POINTS)
    if score is None:
        assert found is None
        return
    assert (found.median, found.deviation, found.points) == (100, 2, 9)
    assert round(found.score, 4) == Decimal(score)


def test_a_score_of_exactly_the_threshold_is_none():
    # the MAD is 6745: a change of 35,000 is 0.6745 * 35,000 / 6745 = 3.5
    earlier = [Decimal(each) * 6745 for each in (-2, -2, -1, -1, 0, 1, 1, 2, 2)]
    assert departure(Decimal(35_000), earlier, Unit.COUNT) is None
    over = departure(Decimal("35000.0000000001"), earlier, Unit.COUNT)
    assert over is not None
    assert over.deviation == 6745
    assert over.score > Decimal("3.5")
    assert departure(Decimal("-35000.0000000001"), earlier, Unit.COUNT).score < Decimal("-3.5")


def test_an_even_number_of_values_has_a_median_between_two():
    earlier = [Decimal(each) for each in (1, 2, 3, 4, 5, 6, 7, 8)]
    found = departure(Decimal(100), earlier, Unit.POINTS)
    assert (found.median, found.deviation) == (Decimal("4.5"), 2)
    assert found.score == Decimal("0.6745") * Decimal("95.5") / 2


def test_too_few_values_say_nothing():
    assert departure(Decimal(1000), NINE[: LEAST_POINTS - 1], Unit.POINTS) is None
    assert departure(Decimal(1000), NINE[:LEAST_POINTS], Unit.POINTS).points == LEAST_POINTS
    assert departure(Decimal(1000), [], Unit.POINTS) is None


def test_only_the_newest_values_count():
    old = [Decimal(1000)] * 500
    found = departure(Decimal(1000), [*old, *NINE * 10], Unit.POINTS)
    assert (found.points, found.median) == (BASELINE, 100)


@pytest.mark.parametrize(
    ("constant", "value", "unit", "departs"),
    [
        ("0", "0.0009999999", Unit.RATIO, False),
        ("0", "0.001", Unit.RATIO, True),
        ("0.05", "0.0549999999", Unit.RATIO, False),
        ("0.05", "0.055", Unit.RATIO, True),
        ("0.05", "0.045", Unit.RATIO, True),
        ("0.05", "0.05", Unit.RATIO, False),
        ("4.5", "4.4", Unit.STARS, False),
        ("0.5", "0.6", Unit.STARS, True),
        ("0", "0", Unit.COUNT, False),
        ("0", "1", Unit.COUNT, True),
        ("100", "109", Unit.COUNT, False),
        ("100", "110", Unit.COUNT, True),
        ("-100", "-110", Unit.POINTS, True),
        ("300", "271", Unit.POINTS, False),
    ],
)
def test_a_constant_series_is_left_by_a_tenth_and_by_no_trifle(constant, value, unit, departs):
    found = departure(Decimal(value), [Decimal(constant)] * 8, unit)
    assert (found is not None) is departs
    if found is not None:
        assert (found.score, found.deviation, found.median) == (None, 0, Decimal(constant))


def test_more_than_half_the_same_is_constant_too():
    earlier = [Decimal(5)] * 5 + [Decimal(each) for each in (1, 9, 20, 50)]
    assert departure(Decimal(6), earlier, Unit.COUNT).score is None
    assert departure(Decimal(5), earlier, Unit.COUNT) is None


def test_rates_are_compared_as_they_are_written():
    assert exact(Rate(1, 3)) == Decimal("0.3333333333")
    assert exact(Rate.percent("0.9")) == Decimal("0.009")
    assert exact(Decimal("310.00")) == 310
    third = exact(Rate(1, 3))
    assert departure(exact(Rate(2, 6)), [third] * 8, Unit.RATIO) is None


@given(numbers, long_enough, st.integers(-(10**6), 10**6))
def test_moving_everything_changes_no_score(value, earlier, by):
    found = departure(value, earlier, Unit.POINTS)
    moved = departure(value + by, [each + by for each in earlier], Unit.POINTS)
    scored = [each for each in (found, moved) if each is not None and each.score is not None]
    assert len({each.score for each in scored}) <= 1
    spread = found is None or found.score is not None
    if spread and not _constant(earlier):
        assert (found is None) == (moved is None)


@given(numbers, long_enough, st.integers(1, 10**6), st.booleans())
def test_scaling_everything_changes_no_score(value, earlier, by, negative):
    factor = -by if negative else by
    found = departure(value, earlier, Unit.POINTS)
    scaled = departure(value * factor, [each * factor for each in earlier], Unit.POINTS)
    if _constant(earlier):
        return
    assert (found is None) == (scaled is None)
    if found is not None:
        assert scaled.score == (found.score.copy_negate() if negative else found.score)
        assert scaled.median == found.median * factor
        assert scaled.deviation == found.deviation * by


@given(numbers, long_enough, st.randoms())
def test_the_order_of_the_values_before_decides_nothing(value, earlier, chance):
    shuffled = earlier.copy()
    chance.shuffle(shuffled)
    assert departure(value, earlier, Unit.POINTS) == departure(value, shuffled, Unit.POINTS)


@given(numbers, long_enough)
def test_a_departure_always_lies_beyond_half_of_the_values(value, earlier):
    found = departure(value, earlier, Unit.POINTS)
    if found is not None:
        distances = [abs(each - found.median) for each in earlier]
        assert abs(value - found.median) > found.deviation
        assert 2 * sum(each <= found.deviation for each in distances) >= len(earlier)


def test_every_day_of_a_series_is_held_against_those_before_it():
    values = [*NINE, Decimal(200), *NINE, Decimal(300)]
    readings = [Reading(FIRST + timedelta(days=at), value) for at, value in enumerate(values)]
    found = list(departures(reversed(readings), Unit.POINTS))
    assert [(day, each.value, each.points) for day, each in found] == [
        (FIRST + timedelta(days=9), 200, 9),
        (FIRST + timedelta(days=19), 300, 19),
    ]
    later = list(departures(readings, Unit.POINTS, FIRST + timedelta(days=10)))
    assert later == found[1:], "what lies before the first day is only looked back at"


def _constant(earlier):
    return 2 * max(earlier.count(each) for each in earlier) > len(earlier)
