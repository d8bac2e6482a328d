"""Two rates: lower by more than chance, or not."""

import pytest

from sellervitals_ebay.judging.chance import clearly_lower


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ((20, 10_000, 40, 10_000), False),  # half of it, and 2.6 standard errors
        ((200, 10_000, 400, 10_000), True),
        ((330, 10_000, 400, 10_000), False),  # lower by less than a fifth
        ((32_100, 1_000_000, 40_000, 1_000_000), False),
        ((31_900, 1_000_000, 40_000, 1_000_000), True),
        ((400, 10_000, 200, 10_000), False),
        ((0, 10_000, 400, 10_000), True),
        ((0, 44, 6, 190), False),
        ((0, 100, 0, 100), False),
        ((0, 0, 5, 100), False),
        ((5, 100, 0, 0), False),
        ((150, 100, 300, 100), False),  # more than all is no chance
    ],
)
def test_lower_by_a_fifth_and_by_three_standard_errors(counts, expected):
    assert clearly_lower(*counts) is expected
