import pytest

from sellervitals_amazon.documents.vocabulary import meaning


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
