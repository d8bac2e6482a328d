"""Walmart's standards as prose."""

import pytest

from sellervitals import plugin as sdk
from sellervitals_walmart.documents.standard import target

LOWER, HIGHER = sdk.Better.LOWER, sdk.Better.HIGHER
OFFICIAL = sdk.Trust.OFFICIAL


@pytest.mark.parametrize(
    ("prose", "better", "must_be", "line"),
    [
        ("2% or below", LOWER, "at_most", "2"),
        ("below 2%", LOWER, "below", "2"),
        ("Below 2 %", LOWER, "below", "2"),
        ("under 2%", LOWER, "below", "2"),
        ("less than 2%", LOWER, "below", "2"),
        ("<2%", LOWER, "below", "2"),
        ("< 2%", LOWER, "below", "2"),
        ("2% or less", LOWER, "at_most", "2"),
        ("2% or lower", LOWER, "at_most", "2"),
        ("at most 2%", LOWER, "at_most", "2"),
        ("No more than 2 percent", LOWER, "at_most", "2"),
        ("≤ 2%", LOWER, "at_most", "2"),
        ("<=2%", LOWER, "at_most", "2"),
        ("6% or below.", LOWER, "at_most", "6"),
        ("0% or below", LOWER, "at_most", "0"),
        ("below 0%", LOWER, "at_most", "0"),
        ("90% or above", HIGHER, "at_least", "90"),
        ("above 90%", HIGHER, "above", "90"),
        ("over 90%", HIGHER, "above", "90"),
        ("greater than 92.5%", HIGHER, "above", "92.5"),
        ("99% or more", HIGHER, "at_least", "99"),
        ("99% or higher", HIGHER, "at_least", "99"),
        ("At least 99 per cent", HIGHER, "at_least", "99"),
        ("minimum of 95%", HIGHER, "at_least", "95"),
        (">= 95%", HIGHER, "at_least", "95"),
        ("> 95%", HIGHER, "above", "95"),
        ("above 100%", HIGHER, "at_least", "100"),
    ],
)
def test_u10_both_wordings_of_a_standard_become_the_target(prose, better, must_be, line):
    assert target(prose, better, OFFICIAL) == sdk.Target(sdk.Comparator(must_be), sdk.percent(line), OFFICIAL)


@pytest.mark.parametrize(
    "prose",
    [
        "",
        "2%",
        "below 2",  # of what?
        "0.02 or below",
        "below 2% or above 5%",
        "2% or below, excluding WFS",
        "2% or above",  # the wrong direction for a rate that should be low
        "above 2%",
        "below 200%",
        "around 2%",
        "two percent or below",
        "below -2%",
        "below 2%%",
        "below 99999999999999999999%",
        "not above 2%",
    ],
)
def test_what_says_anything_else_is_no_target(prose):
    assert target(prose, LOWER, OFFICIAL) is None


def test_the_trust_of_a_standard_is_kept():
    assert target("5% or below", LOWER, sdk.Trust.SUGGESTED).trust is sdk.Trust.SUGGESTED
