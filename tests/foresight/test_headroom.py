"""Headroom in whole events: the worked numbers of the policy file, and the property behind them."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sellervitals.domain.measurement import Comparator
from sellervitals.domain.rate import Rate
from sellervitals.foresight.headroom import headroom, wilson

BELOW, AT_MOST = Comparator.BELOW, Comparator.AT_MOST
AT_LEAST, ABOVE = Comparator.AT_LEAST, Comparator.ABOVE


def left(bad, orders, percent):
    found = headroom(bad, orders, Rate.percent(percent), BELOW)
    assert found is not None
    return found.bad_left


@pytest.mark.parametrize(("orders", "most"), [(1000, 9), (1250, 12), (250, 2), (100, 0)])
def test_row_1_most_defects_of_a_number_of_orders(orders, most):
    assert left(0, orders, "1") == most


@pytest.mark.parametrize(
    ("bad", "orders", "percent", "more"),
    [(6, 1000, "1", 3), (10, 1250, "1", 2), (2, 250, "1", 0), (15, 320, "4", -3)],
)
def test_row_2_further_defects_until_the_line_breaks(bad, orders, percent, more):
    assert left(bad, orders, percent) == more


@pytest.mark.parametrize(
    ("bad", "orders", "percent", "more"),
    [(1078, 539_000, "1", 4311), (27_896, 870_669, "4", 6930), (315, 9001, "5", 135)],
)
def test_row_3_the_same_for_the_counts_of_the_schema(bad, orders, percent, more):
    assert left(bad, orders, percent) == more


@pytest.mark.parametrize(
    ("bad", "orders", "percent", "more"), [(6, 1000, "1", 4), (10, 300, "4", 2), (2, 160, "2.5", 2)]
)
def test_row_4_bad_new_orders_that_enlarge_the_denominator(bad, orders, percent, more):
    found = headroom(bad, orders, Rate.percent(percent), BELOW)
    assert found is not None
    assert found.new_bad_left == more


@pytest.mark.parametrize(
    ("bad", "orders", "percent", "clean"),
    [
        (12, 1000, "1", 201),
        (10, 1000, "1", 1),
        (3, 200, "1", 101),
        (15, 320, "4", 56),
        (5, 150, "2.5", 51),
        (6, 1000, "1", 0),
    ],
)
def test_row_5_clean_orders_to_recover(bad, orders, percent, clean):
    found = headroom(bad, orders, Rate.percent(percent), BELOW)
    assert found is not None
    assert found.clean_needed == clean


@pytest.mark.parametrize(
    ("good", "all_", "percent", "comparator", "needed"),
    [
        (188, 200, "95", AT_LEAST, 40),
        (80, 100, "90", AT_LEAST, 100),
        (146, 165, "90", AT_LEAST, 25),
        (146, 165, "90", ABOVE, 26),
    ],
)
def test_row_6_good_units_to_recover(good, all_, percent, comparator, needed):
    found = headroom(good, all_, Rate.percent(percent), comparator)
    assert found is not None
    assert found.clean_needed == needed


@pytest.mark.parametrize(("good", "all_", "percent", "more"), [(196, 200, "95", 6), (95, 100, "90", 5)])
def test_row_7_further_misses_allowed(good, all_, percent, more):
    found = headroom(good, all_, Rate.percent(percent), AT_LEAST)
    assert found is not None
    assert found.new_bad_left == more


@pytest.mark.parametrize(
    ("percent", "comparator", "smallest"),
    [
        ("1", BELOW, 101),
        ("4", BELOW, 26),
        ("2.5", BELOW, 41),
        ("5", BELOW, 21),
        ("95", AT_LEAST, 20),
        ("90", AT_LEAST, 10),
        ("99", AT_LEAST, 100),
    ],
)
def test_row_8_the_smallest_number_that_bears_one(percent, comparator, smallest):
    line = Rate.percent(percent)
    for orders, bears in ((smallest - 1, False), (smallest, True)):
        one_bad = 1 if comparator is BELOW else orders - 1
        found = headroom(one_bad, orders, line, comparator)
        assert found is not None
        assert (found.bad_left >= 0) == bears
        assert found.bears_one == smallest


@given(st.integers(1, 60), st.integers(100, 3000), st.integers(0, 99), st.integers(0, 3000))
def test_row_10_while_good_orders_leave_recovery_never_comes_sooner_than_row_5_says(bad, orders, gone, more):
    found = headroom(bad, orders, Rate.percent("1"), BELOW)
    assert found is not None
    if Fraction(bad, orders - min(gone, orders - bad) + more) < Fraction(1, 100):
        assert more >= found.clean_needed


@given(
    st.integers(0, 3000),
    st.integers(1, 3000),
    st.fractions(min_value="0.001", max_value="0.999", max_denominator=1000),
    st.sampled_from(Comparator),
)
def test_headroom_k_passes_and_k_plus_1_fails(numerator, denominator, line, comparator):
    numerator = min(numerator, denominator)
    lower = comparator in {BELOW, AT_MOST}
    found = headroom(numerator, denominator, Rate(line.numerator, line.denominator), comparator)
    assert found is not None

    def passes(top: int, bottom: int) -> bool:
        value = Fraction(top, bottom)
        return {
            BELOW: value < line,
            AT_MOST: value <= line,
            AT_LEAST: value >= line,
            ABOVE: value > line,
        }[comparator]

    step = 1 if lower else -1
    now = passes(numerator, denominator)
    assert (found.bad_left >= 0) == now
    assert passes(numerator + step * found.bad_left, denominator)
    assert not passes(numerator + step * (found.bad_left + 1), denominator)
    if now:
        k = found.new_bad_left
        assert passes(numerator + (k if lower else 0), denominator + k)
        assert not passes(numerator + (k + 1 if lower else 0), denominator + k + 1)
    else:
        assert found.new_bad_left == 0
    n = found.bears_one
    assert passes(1 if lower else n - 1, n)
    assert n == 1 or not passes(1 if lower else n - 2, n - 1)
    m = found.clean_needed
    assert passes(numerator + (0 if lower else m), denominator + m)
    assert m == 0 or not passes(numerator + (0 if lower else m - 1), denominator + m - 1)


def test_a_line_that_cannot_be_crossed_has_no_headroom():
    assert headroom(1, 10, Rate(0, 1), AT_MOST) is None
    assert headroom(1, 10, Rate(1, 1), AT_LEAST) is None


def test_wilson_equals_the_published_figures():
    # Newcombe 1998, table I: 81/263 and 15/148, 0/20, 1/29
    for top, bottom, low, high in (
        (81, 263, "0.2553", "0.3662"),
        (15, 148, "0.0624", "0.1605"),
        (0, 20, "0", "0.1611"),
        (1, 29, "0.0061", "0.1718"),
    ):
        found = wilson(top, bottom)
        assert found is not None
        assert round(found.low, 4) == Decimal(low)
        assert round(found.high, 4) == Decimal(high)


@given(st.integers(0, 5000), st.integers(1, 5000))
def test_the_interval_holds_the_rate(top, bottom):
    found = wilson(top, bottom)
    if top > bottom:
        assert found is None
        return
    assert found is not None
    assert 0 <= found.low <= Decimal(top) / bottom <= found.high <= 1


def test_u06_more_counts_of_one_rate_narrow_the_interval():
    few, many = wilson(1, 20), wilson(50, 1000)
    assert few is not None
    assert many is not None
    assert many.high - many.low < few.high - few.low


def test_an_empty_denominator_has_no_interval():
    assert wilson(0, 0) is None


@pytest.mark.parametrize("line", ["99.99999999999999999", "0.00000000000000000001"])
@pytest.mark.parametrize("comparator", [BELOW, AT_MOST, AT_LEAST, ABOVE])
def test_what_no_whole_number_of_json_can_tell_is_not_told(line, comparator):
    found = headroom(10**14, 10**15, Rate.percent(line), comparator)
    assert found is None or max(map(abs, found)) <= 10**18
    assert headroom(0, 870_669, Rate.percent("99.999999999999999999"), comparator) is None
