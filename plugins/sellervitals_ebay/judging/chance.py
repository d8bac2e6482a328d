"""Whether one rate is lower than another by more than chance explains; exact, in whole numbers."""

from __future__ import annotations

from fractions import Fraction

LEAST_DROP = Fraction(1, 5)
"""The share by which a rate must be lower before anybody is told; our own line, eBay has none."""

ERRORS = 3
"""Standard errors between two rates: of 200 listings compared at once, two would accuse four by chance."""


OURS = "eBay sets no standard, so this cannot fail; that a fall of a fifth warns is a suggestion."
"""What every finding on traffic says."""


def clearly_lower(top: int, bottom: int, other_top: int, other_bottom: int) -> bool:
    """Say whether ``top / bottom`` is clearly lower than the other rate.

    It is when it is lower by a fifth of the other and by three standard errors of their difference. Counts
    are from 0 up; without any denominator nothing is clear.
    """
    if not bottom or not other_bottom:
        return False
    rate, other = Fraction(top, bottom), Fraction(other_top, other_bottom)
    both = Fraction(top + other_top, bottom + other_bottom)
    if rate > other * (1 - LEAST_DROP) or not 0 < both < 1:
        return False
    variance = both * (1 - both) * (Fraction(1, bottom) + Fraction(1, other_bottom))
    return (other - rate) ** 2 > ERRORS**2 * variance
