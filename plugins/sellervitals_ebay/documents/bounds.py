"""Which of a metric's bounds is the line to Below Standard.

eBay gives the bounds of the level that a metric has now. Which one is called lower or upper, and how the
interval is written ("(LOWER,UPPER]", or with the words reversed), is not the same in every profile; where
the value stands says it without doubt.
"""

from __future__ import annotations

from collections.abc import Iterable

from sellervitals import plugin as sdk
from sellervitals_ebay.levels import ABOVE_STANDARD, BELOW_STANDARD, level_named


def fail_line(word: str | None, value: sdk.Rate | None, bounds: Iterable[sdk.Rate]) -> sdk.Target | None:
    """Find the line to Below Standard of a rate that should be low.

    A metric that is Above Standard ends at the bound over its value, one that is Below Standard begins at the
    bound under it. The bounds of Top Rated decide about Top Rated alone. There is none where the value stands
    beyond every bound of Above Standard: the number of events holds the level there, not the rate. Nor does a
    value that stands on the only bound tell which of the two it is.
    """
    if value is None:
        return None
    level, known = level_named(word), sorted(bounds)
    beyond = [each for each in known if each < value]
    if level == BELOW_STANDARD and beyond:
        return sdk.Target(sdk.Comparator.AT_MOST, beyond[-1])
    if level == ABOVE_STANDARD and known and (value < known[-1] or known[0] < value == known[-1]):
        return sdk.Target(sdk.Comparator.AT_MOST, known[-1])
    return None
