import pytest

from sellervitals_amazon.documents.stranding import (
    ADVICE,
    CHANNEL,
    CLOSED,
    COMPLIANCE,
    ERROR,
    OTHER,
    PRICE,
    REASONS,
    reason,
)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Listing closed", CLOSED),
        ("Listing deleted", CLOSED),
        ("No listing", CLOSED),
        ("Offer end date expired", CLOSED),
        ("Potential high pricing error", PRICE),
        ("Missing price", PRICE),
        ("Set to Fulfilled by Merchant", CHANNEL),
        ("Listing error: missing attribute", ERROR),
        ("Search suppressed", ERROR),
        ("Restricted product", COMPLIANCE),
        ("Approval required", COMPLIANCE),
        ("Listing closed: compliance documents requested", COMPLIANCE),
        ("INTELLECTUAL PROPERTY COMPLAINT", COMPLIANCE),
        ("Dangerous goods review", COMPLIANCE),
        ("Inconnu", OTHER),
        ("", OTHER),
    ],
)
def test_amazons_words(words, found):
    assert reason(words) == found


def test_later_columns_are_asked_only_where_the_first_tells_nothing():
    assert reason("Listing closed", "Edit listing", "Approval required") == CLOSED
    assert reason("", "Relist", "Approval required") == CLOSED
    assert reason(None, "", "Approval required") == COMPLIANCE
    assert reason() == OTHER


def test_every_reason_has_advice():
    assert ADVICE.keys() == set(REASONS)
    assert all(each.endswith(".") for each in ADVICE.values())
