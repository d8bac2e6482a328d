"""The status words of Amazon's documents and what they mean; case, spaces and underscores are one."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from sellervitals import plugin as sdk

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


@lru_cache(maxsize=1024)
def meaning(word: str) -> tuple[bool, bool | None]:
    """Say whether a status word is known, and what it means: True good, False bad, None no verdict."""
    written = sdk.folded(word)
    return written in _MEANINGS, _MEANINGS.get(written)
