"""The marketplace's own words for how something stands, and what they mean."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from sellervitals.domain.fault import MetadataError, described, one_of, text
from sellervitals.domain.finding import Outcome
from sellervitals.domain.limit import bound
from sellervitals.domain.standing import Severity

_SEPARATORS = str.maketrans("", "", " _-")
_MEANINGS = frozenset({Outcome.PASS, Outcome.WARN, Outcome.FAIL, Outcome.NO_DATA, Outcome.NOT_APPLICABLE})


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Word:
    """What one word means; written with ``word()``, where each field is explained."""

    word: str
    outcome: Outcome
    severity: Severity | None = None
    health: Decimal | None = None
    says: str = ""


@described
def word(
    written: str,
    outcome: str,
    *,
    severity: str | None = None,
    health: str | None = None,
    says: str = "",
) -> Word:
    """Say what a word of the marketplace means.

    Args:
        written: as the marketplace writes it; case, spaces, underscores and hyphens make no difference.
        outcome: pass, warn, fail, no_data (it is no verdict) or not_applicable.
        severity: replaces the rule's own.
        health: 1 best, 0 worst, replaces what the outcome alone is worth.
        says: a sentence on what it means for the seller.

    Raises:
        MetadataError: a field cannot be used; the message names it.
    """
    subject = f"word {written}"
    meant = one_of(Outcome, outcome, subject, "outcome")
    if meant not in _MEANINGS:
        raise MetadataError(subject, "outcome", f"must be a verdict, not {meant}")
    share = bound(health, subject, "health")
    if share is not None and not (isinstance(share, Decimal) and 0 <= share <= 1):
        raise MetadataError(subject, "health", f"must lie between 0 and 1, not {health!r}")
    return Word(
        word=text(written, subject, "written"),
        outcome=meant,
        severity=None if severity is None else one_of(Severity, severity, subject, "severity"),
        health=share,
        says=text(says, subject, "says") if says else "",
    )


@lru_cache(maxsize=4096)
def folded(written: str) -> str:
    """Write a word the one way: ``At Risk``, ``at-risk`` and ``AT_RISK`` all become ``ATRISK``."""
    return written.upper().translate(_SEPARATORS)
