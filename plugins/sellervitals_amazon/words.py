"""Amazon's own words for the standing of an account, in any case and spacing, and what they mean."""

from __future__ import annotations

import re
from decimal import Decimal
from enum import StrEnum

from sellervitals import plugin as sdk

_BLOCKED = re.compile(
    "(ACCOUNT|SELLER|TEMPORARILY|PERMANENTLY)*"
    "(DEACTIVATED|SUSPENDED|BLOCKED|CLOSED|TERMINATED|DISABLED|BANNED)"
    "(TEMPORARILY|PERMANENTLY)*"
)
"""The whole word must read so: 'not suspended' and 'reactivated' are not blocked."""


class Standing(StrEnum):
    """What an account status means."""

    NORMAL = "normal"
    AT_RISK = "at risk"
    BLOCKED = "blocked"


class Zone(StrEnum):
    """The zones of the Account Health Rating."""

    HEALTHY = "healthy"
    """200 to 1000 points."""
    AT_RISK = "at risk"
    """100 to 199 points."""
    UNHEALTHY = "unhealthy"
    """0 to 99 points: eligible for deactivation."""


_ZONES = {
    Zone.HEALTHY: {"GREAT", "GOOD", "GREEN", "HEALTHY", "NORMAL"},
    Zone.AT_RISK: {"WARNED", "ATRISK", "YELLOW", "BAD", "POOR"},
    Zone.UNHEALTHY: {"ATRISKOFDEACTIVATION", "UNHEALTHY", "CRITICAL", "RED", "DEACTIVATED"},
}


def standing(word: str) -> Standing | None:
    """Read an account status; None for a word that is not known."""
    written = sdk.folded(word)
    if written == "NORMAL":
        return Standing.NORMAL
    if written in {"ATRISK", "ATRISKOFDEACTIVATION"}:
        return Standing.AT_RISK
    return Standing.BLOCKED if _BLOCKED.fullmatch(written) else None


def zone_named(word: str) -> Zone | None:
    """Read the word that comes with an Account Health Rating; None for NONE and unknown words.

    WARNED, BAD and POOR say that something is wrong but not how deep; they read as at risk.
    """
    written = sdk.folded(word)
    return next((zone for zone, words in _ZONES.items() if written in words), None)


def between_zones(word: str) -> bool:
    """Say whether a rating's word is FAIR: seen between good and at risk, but no source says which it is."""
    return sdk.folded(word) == "FAIR"


def zone_of(points: Decimal) -> Zone:
    """Place points in their zone."""
    if points >= 200:  # noqa: PLR2004 - the published zones
        return Zone.HEALTHY
    return Zone.AT_RISK if points >= 100 else Zone.UNHEALTHY  # noqa: PLR2004
