"""The cheapest way back over a line, held against trying everything."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sellervitals.domain.measurement import Better, Comparator
from sellervitals.domain.rate import Rate
from sellervitals.foresight.cheapest import MOST, Counts, Line, Plan, cheapest, clean_alone, removals_alone

BELOW, AT_MOST, AT_LEAST, ABOVE = Comparator
ALL = 200
"""More good events than any of the small cases can need."""
ONE, DEAR = Fraction(1), Fraction(25)


def rate(bad, events, line, must_be=BELOW, *, effort=DEAR, **more):
    """A rate that asks for one line; what is better follows from the comparator."""
    better = must_be.better
    top = bad if better is Better.LOWER else events - bad
    return Counts(top, events, better, (Line(must_be, Rate.percent(line), **more),), effort)


def holds(counts, clean, removed):
    """Ask every line of a rate after so many good events and removals, as a limit would be asked."""
    top, bottom = counts.numerator, counts.denominator + clean
    top += -removed if counts.better is Better.LOWER else clean + removed
    return all(
        bottom < line.minimum_sample
        or line.must_be.holds(Rate(top, bottom), line.at)
        or (line.enough is not None and removed >= line.enough)
        for line in counts.lines
    )


def by_hand(rates, effort):
    """Try every number of good events with every number of removals."""
    best = None
    for clean in range(ALL if effort is not None else 1):
        needed = [
            next((k for k in range(each.removable + 1) if holds(each, clean, k)), None) for each in rates
        ]
        if None in needed:
            continue
        pairs = zip(rates, needed, strict=True)
        cost = clean * (effort or 0) + sum(k * (each.effort or 0) for each, k in pairs)
        found = (cost, clean + sum(needed), clean, tuple(needed))
        best = found if best is None else min(best, found)
    return best


@st.composite
def small(draw):
    events = draw(st.integers(1, 30))
    bad = draw(st.integers(0, min(events, 15)))
    better = draw(st.sampled_from(Better))
    several = []
    for _ in range(draw(st.integers(1, 2))):
        part = draw(st.fractions("1/12", "11/12", max_denominator=12))
        several.append(
            Line(
                draw(st.sampled_from([each for each in Comparator if each.better is better])),
                Rate(part.numerator, part.denominator),
                draw(st.sampled_from((0, 0, 20, 40))),
                draw(st.none() | st.integers(0, 15)),
            )
        )
    effort = draw(st.none() | st.fractions("0.1", 30, max_denominator=10))
    top = bad if better is Better.LOWER else events - bad
    return Counts(top, events, better, tuple(several), effort)


rates_of_all_kinds = st.lists(small(), min_size=1, max_size=3)


@given(rates_of_all_kinds, st.none() | st.fractions("0.1", 3, max_denominator=10))
def test_nothing_is_cheaper(rates, effort):
    tried, found = by_hand(rates, effort), cheapest(rates, effort)
    if tried is None:
        assert found is None
        return
    _, _, clean, removals = tried
    assert found == Plan(clean, removals, proved=True)


@given(rates_of_all_kinds)
def test_good_events_alone_are_the_fewest_that_are_enough(rates):
    enough = (x for x in range(ALL) if all(holds(each, x, 0) for each in rates))
    assert clean_alone(rates) == next(enough, None)


@given(small())
def test_removals_alone_are_the_fewest_that_are_enough(counts):
    enough = (k for k in range(counts.bad + 1) if holds(counts, 0, k))
    assert removals_alone(counts) == next(enough, None)


@given(
    st.integers(1, 10**9),
    st.integers(1, 10**9),
    st.fractions("0.0001", "0.9999", max_denominator=10_000),
    st.sampled_from(Comparator),
    st.fractions("0.01", 1000, max_denominator=100),
)
def test_a_thousand_million_orders_cost_no_loop_and_the_plan_is_enough(bad, events, line, must_be, effort):
    counts = rate(min(bad, events), events, "1", must_be, effort=effort)
    counts = counts._replace(lines=(Line(must_be, Rate(line.numerator, line.denominator)),))
    found = cheapest([counts], ONE)
    assert found is not None
    (removed,) = found.removals
    assert holds(counts, found.clean, removed)
    assert not removed or not holds(counts, found.clean, removed - 1)
    alone = clean_alone([counts])
    if alone is not None:
        assert found.clean + removed * effort <= alone
        assert not alone or not holds(counts, alone - 1, 0)
    all_removed = removals_alone(counts)
    if all_removed is not None:
        assert found.clean + removed * effort <= all_removed * effort


@pytest.mark.parametrize(
    ("counts", "alone"),
    [
        (rate(12, 1000, "1"), 201),
        (rate(10, 1000, "1"), 1),
        (rate(3, 200, "1"), 101),
        (rate(15, 320, "4"), 56),
        (rate(5, 150, "2.5"), 51),
        (rate(6, 1000, "1"), 0),
        (rate(12, 200, "95", AT_LEAST), 40),
        (rate(20, 100, "90", AT_LEAST), 100),
        (rate(19, 165, "90", AT_LEAST), 25),
        (rate(19, 165, "90", ABOVE), 26),
    ],
)
def test_rows_5_and_6_of_the_worked_arithmetic(counts, alone):
    assert clean_alone([counts]) == alone


def test_a_dear_removal_is_worth_what_it_saves():
    # each removal saves 100 good events at 1 %
    counts = rate(12, 1000, "1", AT_MOST)
    assert cheapest([counts], ONE) == Plan(0, (2,))
    assert cheapest([counts._replace(effort=Fraction(99))], ONE) == Plan(0, (2,))
    assert cheapest([counts._replace(effort=Fraction(101))], ONE) == Plan(200, (0,))
    # of equal effort the one with fewer events
    assert cheapest([counts._replace(effort=Fraction(100))], ONE) == Plan(0, (2,))
    assert cheapest([counts._replace(effort=None)], ONE) == Plan(200, (0,))
    assert cheapest([counts], None) == Plan(0, (2,))
    assert cheapest([counts._replace(effort=None)], None) is None


def test_good_events_are_shared_and_removals_are_not():
    rates = [rate(12, 1000, "1"), rate(15, 320, "4")]
    assert clean_alone(rates) == 201
    assert cheapest(rates, Fraction(1, 10)) == Plan(201, (0, 0))
    # one good event and two removals, or 101 and one, for the first; 6, 31 or 56 for the second
    assert cheapest(rates, ONE) == Plan(6, (2, 2))


def test_a_larger_sample_wakes_a_line_that_slept():
    asleep = rate(3, 10, "1", minimum_sample=20)
    awake = rate(1, 100, "1")
    assert clean_alone([asleep]) == 0
    assert clean_alone([awake]) == 1
    assert clean_alone([asleep, awake]) == 1
    later = rate(1, 90, "1")
    assert clean_alone([asleep, later]) == 291  # 11 would wake the other one
    assert cheapest([asleep, later], ONE) == Plan(0, (0, 1))


def test_few_enough_bad_events_break_nothing_whatever_the_rate():
    counts = rate(6, 100, "2", AT_MOST, enough=2)
    assert clean_alone([counts]) == 200
    assert removals_alone(counts) == 2
    assert cheapest([counts], ONE) == Plan(0, (2,))


def test_few_enough_to_be_left_matter_only_while_the_rate_asks_for_more():
    """24 good events and one removal are cheaper than two; 29 would wake the line that sleeps."""
    above = Line(ABOVE, Rate(4, 5), 0, 2)
    asleep = Line(BELOW, Rate(1, 12), 40, None)
    rates = [
        Counts(0, 7, Better.HIGHER, (above,), Fraction(49, 10)),
        Counts(5, 11, Better.LOWER, (asleep,), None),
    ]
    assert cheapest(rates, Fraction(1, 5)) == Plan(24, (1, 0), proved=True)


def test_what_cannot_be_reached_is_said():
    assert clean_alone([rate(1, 10, "0", AT_MOST)]) is None
    assert removals_alone(rate(1, 10, "0", AT_MOST)) == 1
    assert removals_alone(rate(1, 10, "0")) is None
    assert cheapest([rate(1, 10, "0")], ONE) is None
    assert clean_alone([rate(1, 10, "100", AT_LEAST)]) is None
    assert cheapest([rate(1, 10, "100", ABOVE)], ONE) is None
    assert clean_alone([rate(10**9, 10**9, "0.00000001", AT_MOST)]) is None
    assert cheapest([rate(10**9, 10**9, "0.00000001", AT_MOST, effort=None)], ONE) is None
    assert clean_alone([rate(MOST, MOST, "0.1", AT_MOST)]) is None


def test_lines_with_many_digits_do_not_keep_it_long():
    rates = [
        rate(10**6 + n, 10**9, f"0.0{n}12345678901234567", AT_MOST, effort=Fraction(1000 * n))
        for n in range(1, 6)
    ]
    found = cheapest(rates, ONE)
    assert found is not None
    assert all(holds(each, found.clean, k) for each, k in zip(rates, found.removals, strict=True))


def test_nothing_to_do_is_nothing():
    assert cheapest([], ONE) == Plan(0, ())
    assert clean_alone([]) == 0
    assert cheapest([rate(1, 1000, "1")], ONE) == Plan(0, (0,))
