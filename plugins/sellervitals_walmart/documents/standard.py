"""Walmart's standards as prose: ``2% or below`` since October 2025, ``below 2%`` before."""

from __future__ import annotations

import re

from sellervitals import plugin as sdk

_LINE = r"(?P<line>[0-9]{1,3}(\.[0-9]{1,4})?) ?(%|percent|per cent)"
_BEFORE = re.compile(rf"(?P<words>[a-z<>=≤≥ ]+?) ?{_LINE}\.?")
_AFTER = re.compile(rf"{_LINE} (?P<words>(or|and) [a-z]+)\.?")

_WORDS = {
    sdk.Comparator.BELOW: ("below", "under", "less than", "lower than", "fewer than", "<"),
    sdk.Comparator.AT_MOST: (
        *("or below", "or less", "or lower", "or under", "or fewer", "and below", "and under"),
        *("at most", "no more than", "not more than", "up to", "max", "maximum", "maximum of", "<=", "≤"),
    ),
    sdk.Comparator.AT_LEAST: (
        *("or above", "or more", "or higher", "or greater", "or over", "and above", "and over"),
        *("at least", "no less than", "not less than", "min", "minimum", "minimum of", ">=", "≥"),
    ),
    sdk.Comparator.ABOVE: ("above", "over", "more than", "higher than", "greater than", ">"),
}
_MEANING = {phrase: comparator for comparator, phrases in _WORDS.items() for phrase in phrases}


def target(prose: str, better: sdk.Better, trust: sdk.Trust) -> sdk.Target | None:
    """Read a standard; None where it says anything else, or asks for the wrong direction."""
    written = " ".join(prose.casefold().split())
    found = _AFTER.fullmatch(written) or _BEFORE.fullmatch(written)
    if found is None:
        return None
    line = sdk.percent(found["line"])
    if line > sdk.ratio(1):
        return None
    return sdk.target_of(_MEANING.get(found["words"]), line, better, trust)
