"""Walmart's own words for a metric's risk and for a Pro Seller tier, in every spelling it has used."""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum
from types import MappingProxyType

from sellervitals import plugin as sdk


class Risk(IntEnum):
    """What a risk level means; the largest is the worst."""

    GOOD = 0
    MONITOR = 1
    """Needs attention. Walmart has shown it above and below the standard, so it is neither good nor bad."""
    URGENT = 2


RISK_SPELLINGS: Mapping[Risk, tuple[str, ...]] = MappingProxyType(
    {
        Risk.GOOD: ("GOOD", "MEETS STANDARD", "MEETS STANDARDS"),
        Risk.MONITOR: ("MONITOR", "NEEDS ATTENTION"),
        Risk.URGENT: ("URGENT", "URGENT REVIEW"),
    }
)
"""The words of today first, then those of before 28 October 2025; case and separators do not matter."""

TIERS = ("Pro Seller", "Advanced", "Rising")
"""The tiers of the Pro Seller programme, best first."""

_GOOD: Mapping[Risk, bool | None] = {Risk.GOOD: True, Risk.MONITOR: None, Risk.URGENT: False}


_RISKS = {sdk.folded(word): risk for risk, words in RISK_SPELLINGS.items() for word in words}
_RANKS = {sdk.folded(tier): rank for rank, tier in enumerate(TIERS)} | {"PRO": 0}


def risk(word: str) -> Risk | None:
    """Read a risk level; None for a word that is not known."""
    return _RISKS.get(sdk.folded(word))


def is_good(word: str | None) -> bool | None:
    """Say what a risk level means: True good, False bad; None for MONITOR and for unknown words."""
    found = None if word is None else risk(word)
    return None if found is None else _GOOD[found]


def tier(word: str) -> int | None:
    """Read a Pro Seller tier as its place in ``TIERS``; None for a word that is not known."""
    return _RANKS.get(sdk.folded(word))
