"""Targets are read in every spelling, and those that nothing can meet mean 'or equal'."""

from decimal import Decimal

import pytest

from sellervitals.domain.measurement import Better, Comparator, Target
from sellervitals.domain.standing import Trust
from sellervitals.domain.target import comparator, target_of
from sellervitals.plugin import percent


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            ("<", "lt", "LESS_THAN", "Less Than", "lessThan", "less-than", "below", "STRICTLY_LOWER_THAN"),
            Comparator.BELOW,
        ),
        (
            ("<=", "\u2264", "lte", "LESS_THAN_OR_EQUAL_TO", "less than or equal", "at most"),
            Comparator.AT_MOST,
        ),
        ((">=", "\u2265", "gte", "GREATER_THAN_OR_EQUAL", "at_least"), Comparator.AT_LEAST),
        ((">", "gt", "GREATER_THAN", "above", "over"), Comparator.ABOVE),
    ],
)
def test_every_spelling_is_read(words, expected):
    assert {comparator(word) for word in words} == {expected}
    assert {comparator(word, expected.better) for word in words} == {expected}
    wrong = Better.HIGHER if expected.better is Better.LOWER else Better.LOWER
    assert {comparator(word, wrong) for word in words} == {None}


def test_what_must_equal_its_target_must_not_pass_it():
    assert comparator("=", Better.LOWER) is Comparator.AT_MOST
    assert comparator("EQUALS_TO", Better.HIGHER) is Comparator.AT_LEAST
    assert comparator("=") is None


@pytest.mark.parametrize("word", ["", "~", "around", "<>", "not below"])
def test_an_unknown_comparator_is_none(word):
    assert comparator(word, Better.LOWER) is None
    assert target_of(word, percent("1"), Better.LOWER) is None


def test_a_target_that_nothing_can_meet_means_or_equal():
    assert target_of("<", Decimal(0)) == Target(Comparator.AT_MOST, Decimal(0))
    assert target_of("<", percent("0")) == Target(Comparator.AT_MOST, percent("0"))
    assert target_of(">", percent("100")) == Target(Comparator.AT_LEAST, percent("100"))
    assert target_of(">", Decimal(1)) == Target(Comparator.ABOVE, Decimal(1))


def test_a_recommended_target_says_so():
    assert target_of(">=", percent("98"), trust="suggested").trust is Trust.SUGGESTED
    assert target_of(">=", percent("98")).trust is Trust.OFFICIAL
    assert target_of(">=", None) is None
    assert target_of(None, percent("98")) is None
