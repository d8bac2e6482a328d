"""The rate type: exact, ordered, and never mixed up with a bare number."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sellervitals.domain.rate import Rate, plain

fractions = st.fractions(min_value=0, max_value=5, max_denominator=10**12)


def rate(value: Fraction) -> Rate:
    return Rate(value.numerator, value.denominator)


@given(fractions, fractions, st.integers(1, 10**6))
def test_order_and_equality_are_those_of_exact_fractions(a, b, k):
    left, right = rate(a), Rate(b.numerator * k, b.denominator * k)
    assert (left < right) == (a < b)
    assert (left <= right) == (a <= b)
    assert (left > right) == (a > b)
    assert (left >= right) == (a >= b)
    assert (left == right) == (a == b)
    if a == b:
        assert hash(left) == hash(right)


def test_u03_a_rate_never_compares_with_a_bare_number():
    for other in (1, 0.01, Decimal("0.01"), "0.01"):
        with pytest.raises(TypeError):
            _ = Rate(1, 100) < other
        assert Rate(1, 100) != other


@pytest.mark.parametrize("text", ["0.9", "1", "100", "0.03203973037", "0", "4.7"])
def test_percent_is_a_hundredth_of_ratio(text):
    assert Rate.percent(text) == Rate(Rate.ratio(text).numerator, Rate.ratio(text).denominator * 100)


def test_u02_the_plain_form_is_a_ratio_of_at_most_ten_places():
    assert str(Rate.percent("0.14")) == "0.0014"
    assert str(Rate(1, 3)) == "0.3333333333"
    assert str(Rate(0, 7)) == "0"
    assert str(Rate(1, 1)) == "1"
    assert str(Rate(-1, 200)) == "-0.005"


def test_u13_display_carries_the_sign():
    assert Rate.percent("0.14").display() == "0.14 %"
    assert Rate(146, 165).display() == "88.4848 %"
    assert Rate(1, 1).display() == "100 %"


def test_a_rate_needs_a_positive_denominator():
    for denominator in (0, -3):
        with pytest.raises(ValueError, match="positive denominator"):
            Rate(1, denominator)


@pytest.mark.parametrize(
    ("value", "text"),
    [("10", "10"), ("100.50", "100.5"), ("1E+3", "1000"), ("-0.0", "0"), ("0.00000000001", "0")],
)
def test_plain_writes_no_exponent_and_no_trailing_zeros(value, text):
    assert plain(Decimal(value)) == text


def test_plain_refuses_what_is_no_number():
    with pytest.raises(ValueError, match="not a number"):
        plain(Decimal("NaN"))
