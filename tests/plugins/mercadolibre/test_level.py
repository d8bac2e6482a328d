"""The level is Mercado Libre's own word; the medal stands beside it."""

import pytest

from sellervitals.testing import measurement, snapshot
from sellervitals_mercadolibre.marketplace import MERCADOLIBRE


def level(*given):
    return MERCADOLIBRE.level(snapshot("mercadolibre", given, day="2026-11-22"))


@pytest.mark.parametrize(
    ("word", "medal", "display"),
    [
        ("5_green", None, "Green"),
        ("5_green", "silver", "Green with MercadoLíder"),
        ("5_green", "gold", "Green with MercadoLíder Gold"),
        ("5_green", "platinum", "Green with MercadoLíder Platinum"),
        ("4_light_green", None, "Light green"),
        ("3_yellow", None, "Yellow"),
        ("2_orange", None, "Orange"),
        ("1_red", None, "Red"),
        ("7_violet", None, "7_violet"),
    ],
)
def test_the_word_is_mirrored_and_the_medal_shown(word, medal, display):
    given = [measurement("level", word)]
    if medal:
        given.append(measurement("leader_status", medal))
    found = level(*given)
    assert (found.name, found.display, found.source) == (word, display, "metrics")


def test_without_a_colour_there_is_no_level():
    assert level() is None
    assert level(measurement("leader_status", "gold")) is None


def test_of_several_ways_of_shipping_the_worst_counts_and_all_are_shown():
    found = level(
        measurement("level", "5_green", segment="fulfillment", document="d", pointer="/a"),
        measurement("level", "3_yellow", segment="remote", document="d", pointer="/b"),
        measurement("leader_status", "gold", segment="fulfillment"),
    )
    assert found.name == "3_yellow"
    assert found.display == "Yellow (remote), Green with MercadoLíder Gold (fulfillment)"
    assert found.source == "d#/b"
    odd = level(
        measurement("level", "1_red", segment="remote"), measurement("level", "?", segment="fulfillment")
    )
    assert odd.name == "?"
