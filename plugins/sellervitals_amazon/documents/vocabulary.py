"""The status words of Amazon's documents and what they mean, in any case and spacing."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from sellervitals import plugin as sdk

GOOD = ("GOOD", "GREAT", "NORMAL", "GREEN", "HEALTHY")
BAD = (
    "BAD",
    "WARNED",
    "POOR",
    "CRITICAL",
    "UNHEALTHY",
    "YELLOW",
    "RED",
    "AT_RISK",
    "AT_RISK_OF_DEACTIVATION",
    "DEACTIVATED",
    "SUSPENDED",
)
NEITHER = ("NONE", "FAIR")
"""NONE is no verdict; FAIR stands between GOOD and AT_RISK, and is neither."""

_MEANINGS: Mapping[str, bool | None] = {
    sdk.folded(word): good for words, good in ((GOOD, True), (BAD, False), (NEITHER, None)) for word in words
}


@lru_cache(maxsize=1024)
def meaning(word: str) -> tuple[bool, bool | None]:
    """Say whether a status word is known, and what it means: True good, False bad, None no verdict."""
    written = sdk.folded(word)
    return written in _MEANINGS, _MEANINGS.get(written)
