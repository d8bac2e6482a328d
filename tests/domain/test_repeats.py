"""Which of several measurements of one thing counts."""

from datetime import date
from itertools import permutations

from sellervitals.domain.measurement import Measurement, Window
from sellervitals.domain.rate import Rate
from sellervitals.domain.repeats import one_each


def late(percent, end=None, **fields):
    window = None if end is None else Window(None, date(2026, 1, end))
    return Measurement("late", value=Rate.percent(percent), window=window, **fields)


def test_the_newest_window_counts_in_any_order_and_even_over_bad_news():
    given = [late(1, 10), late(2, 20, good=True), late(3, 15, good=False)]
    for order in permutations(given):
        kept, repeats = one_each(order)
        assert kept == (given[1],)
        assert len(repeats) == 2


def test_of_one_day_the_one_called_bad_counts_else_the_first():
    good, bad = late(1, 10, good=True), late(2, 10, good=False)
    for order in ((good, bad), (bad, good)):
        kept, ((stays, goes, why),) = one_each(order)
        assert (kept, stays, goes) == ((bad,), bad, good)
        assert why == "the one that the marketplace calls bad"
    kept, ((stays, _, why),) = one_each([late(1), late(2)])
    assert (stays, why) == (late(1), "the one given first")


def test_the_same_said_twice_and_other_segments_are_no_repeats():
    twice = [late(1, pointer="/a"), late(1, pointer="/b"), late(2, segment="x")]
    assert one_each(twice) == ((twice[0], twice[2]), ())


def test_the_one_that_counts_takes_over_parts_of_the_same_value_unless_they_are_older():
    parts = {"rude": 1}
    for parted, taken in [
        (late(1, parts=parts), True),
        (late(1, 20, parts=parts), True),
        (late(1, 10, parts=parts), False),
        (late(2, parts=parts), False),
    ]:
        ((kept,), _) = one_each([late(1, 20), parted])
        assert kept == late(1, 20, parts=parts if taken else {}), parted
    own = late(1, 20, parts={"slow": 1})
    assert one_each([own, late(1, parts=parts)])[0] == (own,)
