"""The words of Amazon's documents and what they mean; upper or lower case, spaces and underscores are one."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from sellervitals import plugin as sdk
from sellervitals_amazon.words import folded

_MEANINGS: Mapping[str, bool | None] = {
    **dict.fromkeys(("GOOD", "GREAT", "NORMAL", "GREEN", "HEALTHY"), True),
    **dict.fromkeys(
        (
            "BAD",
            "WARNED",
            "POOR",
            "CRITICAL",
            "UNHEALTHY",
            "YELLOW",
            "RED",
            "ATRISK",
            "ATRISKOFDEACTIVATION",
            "DEACTIVATED",
            "SUSPENDED",
        ),
        False,
    ),
    # NONE is no verdict; FAIR stands between GOOD and AT_RISK, and is neither.
    **dict.fromkeys(("NONE", "FAIR"), None),
}

_COMPARATORS = {
    **dict.fromkeys(("LESSTHAN", "LT", "<", "BELOW"), sdk.Comparator.BELOW),
    **dict.fromkeys(("GREATERTHAN", "GT", ">", "ABOVE"), sdk.Comparator.ABOVE),
    **dict.fromkeys(
        ("LESSTHANOREQUAL", "LESSTHANOREQUALTO", "LESSTHANOREQUALS", "LTE", "LE", "<=", "ATMOST"),
        sdk.Comparator.AT_MOST,
    ),
    **dict.fromkeys(
        ("GREATERTHANOREQUAL", "GREATERTHANOREQUALTO", "GREATERTHANOREQUALS", "GTE", "GE", ">=", "ATLEAST"),
        sdk.Comparator.AT_LEAST,
    ),
}
_EQUALITY = frozenset({"EQUALS", "EQUALTO", "EQUAL", "EQ", "=", "=="})


@lru_cache(maxsize=1024)
def meaning(word: str) -> tuple[bool, bool | None]:
    """Say whether a status word is known, and what it means: True good, False bad, None no verdict."""
    written = folded(word)
    return written in _MEANINGS, _MEANINGS.get(written)


class Demand(NamedTuple):
    """What a metric asks of its values where a document does not say it."""

    condition: sdk.Comparator
    lower: bool


BELOW = Demand(sdk.Comparator.BELOW, lower=True)
AT_MOST = Demand(sdk.Comparator.AT_MOST, lower=True)
AT_LEAST = Demand(sdk.Comparator.AT_LEAST, lower=False)


@lru_cache(maxsize=1024)
def comparator(word: str, *, lower: bool) -> sdk.Comparator | None:
    """Read a target's condition; None when it is unknown or asks for the wrong direction.

    What must equal its target must not pass it: a count that must equal 0 is at most 0.
    """
    written = folded(word)
    if written in _EQUALITY:
        return sdk.Comparator.AT_MOST if lower else sdk.Comparator.AT_LEAST
    found = _COMPARATORS.get(written)
    better = sdk.Better.LOWER if lower else sdk.Better.HIGHER
    return found if found is not None and found.better is better else None
