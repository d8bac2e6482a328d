"""eBay's words for a seller level, for the whole profile and for each of its metrics."""

from __future__ import annotations

from sellervitals import plugin as sdk

TOP_RATED = "TOP_RATED"
ABOVE_STANDARD = "ABOVE_STANDARD"
BELOW_STANDARD = "BELOW_STANDARD"
LEVELS = (TOP_RATED, ABOVE_STANDARD, BELOW_STANDARD)
"""Best first."""

_BY_WORD = {sdk.folded(level): level for level in LEVELS}


def level_named(word: str | None) -> str | None:
    """Read a level in any case and spacing; None for a word that is none of them."""
    return _BY_WORD.get(sdk.folded(word or ""))


def good(word: str | None) -> bool | None:
    """Say whether a level meets eBay's minimum; None where the word is not known."""
    level = level_named(word)
    return None if level is None else level != BELOW_STANDARD


def spoken(word: str) -> str:
    """Write a word of eBay's as people say it: ``Above Standard``."""
    return word.replace("_", " ").title()
