"""Percent or fraction: the counts tell, and the size never does."""

from decimal import Decimal

import pytest

from sellervitals_ebay.documents.scales import Scale, Written, scale_of


@pytest.mark.parametrize(
    ("number", "top", "bottom", "expected"),
    [
        ("5.10", 21, 412, Scale.PERCENT),
        ("0.0510", 21, 412, Scale.FRACTION),
        ("0.05", 1, 2000, Scale.PERCENT),  # small, and percent all the same
        ("0.5", 1, 2, Scale.FRACTION),  # as a fraction it is one half
        ("0.5", 1, 200, Scale.PERCENT),
        ("6", 21, 412, Scale.PERCENT),  # contradicts its counts, but not by a hundred
        ("0.00", 0, 12, None),
        ("1.0", 0, 12, None),
        ("1.0", None, 12, None),
        ("1.0", 1, None, None),
        ("1.0", 1, 0, None),
    ],
)
def test_counts_tell_the_scale(number, top, bottom, expected):
    assert scale_of(Written(Decimal(number)), top, bottom) is expected
