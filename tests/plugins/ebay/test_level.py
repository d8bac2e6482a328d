"""eBay's own word for the account, mirrored."""

import pytest

from sellervitals.testing import measurement, snapshot
from sellervitals_ebay.level import level


def read(*levels):
    given = [measurement("seller_level", word, segment=segment, **more) for word, segment, more in levels]
    return level(snapshot("ebay", given, day="2026-11-22", site="PROGRAM_US"))


@pytest.mark.parametrize("word", ["TOP_RATED", "ABOVE_STANDARD", "BELOW_STANDARD", "Something New"])
def test_the_word_is_mirrored_exactly(word):
    found = read((word, None, {"document": "ebay.seller-standards", "pointer": "/standardsLevel"}))
    assert found.name == word
    assert found.source == "ebay.seller-standards#/standardsLevel"


def test_a_forecast_stands_beside_what_is_in_force():
    found = read(("ABOVE_STANDARD", None, {}), ("BELOW_STANDARD", "projected", {}))
    assert (found.name, found.display) == ("ABOVE_STANDARD", "Above Standard, forecast Below Standard")


def test_a_forecast_alone_is_said_to_be_one():
    found = read(("BELOW_STANDARD", "projected", {}))
    assert (found.name, found.display) == ("BELOW_STANDARD", "Below Standard (forecast, not in force)")


def test_without_a_word_there_is_no_level():
    assert read() is None
