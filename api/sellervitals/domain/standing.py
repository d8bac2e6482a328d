"""How well a figure is founded, and how much is at stake: two words that judgements stand on."""

from __future__ import annotations

from enum import StrEnum
from typing import Self


class Trust(StrEnum):
    """How well a figure is founded. Only official and reported limits can fail a seller, and own ones."""

    __hash__ = str.__hash__  # the one of enumerations is slow

    OFFICIAL = "official"
    REPORTED = "reported"
    DISPUTED = "disputed"
    SUGGESTED = "suggested"
    OWN = "own"
    """No source at all: a line of the caller's own, in a profile."""

    @property
    def can_fail(self) -> bool:
        """Whether breaking such a limit is a failure and not only a warning."""
        return self is Trust.OFFICIAL or self is Trust.REPORTED or self is Trust.OWN


class Severity(StrEnum):
    """What is at stake when a rule fails; ``rank`` is 0 for the worst."""

    __hash__ = str.__hash__  # the one of enumerations is slow

    rank: int

    def __new__(cls, word: str, rank: int) -> Self:  # noqa: D102 - see the class
        self = str.__new__(cls, word)
        self._value_, self.rank = word, rank
        return self

    CRITICAL = "critical", 0
    """The account itself; caps the score at 49."""
    HIGH = "high", 1
    """The ability to sell, or the account when it lasts; caps the score at 79."""
    MEDIUM = "medium", 2
    """Listings, programmes or money."""
    LOW = "low", 3
    """Something to tidy up."""
