"""Targets as documents write them: the many spellings of a comparator, and targets that nothing can meet."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from sellervitals.domain.measurement import Better, Comparator, Target
from sellervitals.domain.rate import Rate
from sellervitals.domain.standing import Trust
from sellervitals.domain.words import folded

_SPELLINGS = {
    Comparator.BELOW: (
        "LESSTHAN",
        "LOWERTHAN",
        "STRICTLYLOWERTHAN",
        "SMALLERTHAN",
        "LT",
        "<",
        "BELOW",
        "UNDER",
    ),
    Comparator.AT_MOST: (
        "LESSTHANOREQUAL",
        "LESSTHANOREQUALTO",
        "LESSTHANOREQUALS",
        "LTE",
        "LE",
        "<=",
        "≤",
        "ATMOST",
    ),
    Comparator.AT_LEAST: (
        "GREATERTHANOREQUAL",
        "GREATERTHANOREQUALTO",
        "GREATERTHANOREQUALS",
        "GTE",
        "GE",
        ">=",
        "≥",
        "ATLEAST",
    ),
    Comparator.ABOVE: ("GREATERTHAN", "HIGHERTHAN", "STRICTLYGREATERTHAN", "GT", ">", "ABOVE", "OVER"),
}
_BY_SPELLING = {spelling: each for each, spellings in _SPELLINGS.items() for spelling in spellings}
_EQUALITY = frozenset({"EQUALS", "EQUALTO", "EQUALSTO", "EQUAL", "EQ", "=", "=="})
_NOTHING = (Rate(0, 1), Decimal(0))
_ALL = Rate(1, 1)


@lru_cache(maxsize=1024)
def comparator(word: str, better: Better | None = None) -> Comparator | None:
    """Read a comparator in any spelling; None when it is unknown or asks for the wrong direction.

    What must equal its target must not pass it: a count that must equal 0 is at most 0. Without ``better``
    nobody knows which side that is.
    """
    written = folded(word)
    if written in _EQUALITY and better is not None:
        return Comparator.AT_MOST if better is Better.LOWER else Comparator.AT_LEAST
    found = _BY_SPELLING.get(written)
    return found if found is None or better is None or found.better is better else None


def target_of(
    condition: str | None,
    line: Rate | Decimal | None,
    better: Better | None = None,
    trust: Trust | str = Trust.OFFICIAL,
) -> Target | None:
    """Make a target of its two halves; None without a line, or with a comparator that cannot be read.

    Nothing is below 0 and no rate above 100 %, so a target that asks for it can only mean 'or equal'.
    """
    found = comparator(condition, better) if condition else None
    if line is None or found is None:
        return None
    if found is Comparator.BELOW and line in _NOTHING:
        found = Comparator.AT_MOST
    elif found is Comparator.ABOVE and line == _ALL:
        found = Comparator.AT_LEAST
    return Target(found, line, Trust(trust))
