import pytest

from sellervitals_amazon.documents.vocabulary import comparator, meaning


@pytest.mark.parametrize("word", ["GOOD", "good", "Great", "NORMAL", "GREEN", "Healthy"])
def test_good_words(word):
    assert meaning(word) == (True, True)


@pytest.mark.parametrize(
    "word",
    [
        "BAD",
        "AT RISK",
        "AT_RISK",
        "at risk",
        "At-Risk",
        "WARNED",
        "POOR",
        "CRITICAL",
        "UNHEALTHY",
        "AT_RISK_OF_DEACTIVATION",
        "DEACTIVATED",
        "SUSPENDED",
    ],
)
def test_bad_words(word):
    assert meaning(word) == (True, False)


@pytest.mark.parametrize("word", ["NONE", "none", "FAIR"])
def test_u11_none_and_fair_are_known_and_no_verdict(word):
    assert meaning(word) == (True, None)


@pytest.mark.parametrize("word", ["EXCELLENT", "", "gut", "GOODISH"])
def test_unknown_words_are_no_verdict(word):
    assert meaning(word) == (False, None)


@pytest.mark.parametrize(
    ("words", "lower", "expected"),
    [
        ("LESS_THAN less_than lessThan LT lt <", True, "below"),
        ("LESS_THAN_OR_EQUAL LESS_THAN_OR_EQUAL_TO lessThanOrEqual lte LTE <=", True, "at_most"),
        ("GREATER_THAN greaterThan gt GT >", False, "above"),
        ("GREATER_THAN_OR_EQUAL greater-than-or-equal-to gte GTE >=", False, "at_least"),
        ("EQUALS EQUAL_TO equals eq =", True, "at_most"),
        ("EQUALS EQUAL_TO equals eq =", False, "at_least"),
    ],
)
def test_u08_comparators_in_any_spelling(words, lower, expected):
    assert {comparator(word, lower=lower) for word in words.split()} == {expected}


def test_a_comparator_with_spaces():
    assert comparator("less than or equal", lower=True) == "at_most"


@pytest.mark.parametrize(
    ("word", "lower"), [("ABOUT", True), ("LESS_THAN", False), ("gte", True), ("", True)]
)
def test_unknown_and_opposite_conditions_are_not_used(word, lower):
    assert comparator(word, lower=lower) is None
