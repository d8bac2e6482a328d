import pytest

from sellervitals_shopee.documents.listings_with_issues import read

WORDS = [
    *("prohibited", "counterfeit", "spam", "inappropriate_image"),
    *("insufficient_information", "mall_improvement", "other_improvement"),
]


def test_each_reason_of_the_sample_is_told_in_words(payload):
    (found,) = read(payload("get_listings_with_issues.sample")).measurements
    assert [each.situation for each in found.breakdown.items] == WORDS
    assert found.parts == dict.fromkeys(WORDS, 1)
    assert found.breakdown.items[0].listing == "100963774"


@pytest.mark.parametrize(("reason", "words"), [(9, "reason 9"), (None, ""), ("x", "")])
def test_an_unknown_reason_is_counted_and_not_guessed(answered, reason, words):
    (found,) = read(answered(listing_list=[{"item_id": 1, "reason": reason}], total_count=1)).measurements
    assert found.value == 1
    assert found.parts == {}
    assert found.breakdown.items[0].situation == words
