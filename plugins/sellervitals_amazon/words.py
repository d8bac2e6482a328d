"""Amazon's own words for the standing of an account, in any case and spacing, and what they mean."""

from __future__ import annotations

import re
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


def standing(word: str) -> Standing | None:
    """Read an account status; None for a word that is not known."""
    written = sdk.folded(word)
    if written == "NORMAL":
        return Standing.NORMAL
    if written in {"ATRISK", "ATRISKOFDEACTIVATION"}:
        return Standing.AT_RISK
    return Standing.BLOCKED if _BLOCKED.fullmatch(written) else None
