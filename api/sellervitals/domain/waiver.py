"""Waivers: open findings that somebody answers for, until a day; they change no outcome and no score."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple, Self


class Reason(StrEnum):
    """Why a finding is waived; ``says`` explains it."""

    __hash__ = str.__hash__

    says: str

    def __new__(cls, word: str, says: str) -> Self:  # noqa: D102 - one table
        self = str.__new__(cls, word)
        self._value_, self.says = word, says
        return self

    UNDER_APPEAL = "under_appeal", "An appeal or dispute about it is with the marketplace."
    MARKETPLACE_ERROR = "marketplace_error", "The marketplace counts something wrongly, and was told."
    NOT_OUR_FAULT = "not_our_fault", "A carrier, a strike or the weather caused it; the number is right."
    FIX_IN_PROGRESS = "fix_in_progress", "The cause is put right; the number needs time to follow."
    DATA_DELAYED = "data_delayed", "The report is known to be late or incomplete."
    ACCEPTED_RISK = "accepted_risk", "It is known, and the business decided to live with it."
    DUPLICATE = "duplicate", "Another finding or rule is about the same thing."


REASONS = {each.value: each for each in Reason}


class WaiverState(StrEnum):
    """What became of a waiver in one evaluation."""

    APPLIED = "applied"
    """An open finding is waived by it."""
    EXPIRED = "expired"
    """Its last day is over, and a finding that it was for is open."""
    UNMATCHED = "unmatched"
    """It is for no finding that there is."""
    IDLE = "idle"
    """What it is for is not open: there is nothing to waive."""


class Waiver(NamedTuple):
    """An open finding that somebody answers for.

    ``until`` is its last day. Without segment or site it is for all of them. ``id`` is None for one that came
    with a request.
    """

    rule: str
    owner: str
    reason: Reason
    until: date
    segment: str | None = None
    site: str | None = None
    note: str | None = None
    id: str | None = None

    def plain(self) -> dict[str, Any]:
        """Write it as plain JSON; ``waiver_of`` reads it again."""
        return {
            "id": self.id,
            "rule": self.rule,
            "segment": self.segment,
            "site": self.site,
            "owner": self.owner,
            "reason": self.reason.value,
            "note": self.note,
            "until": self.until.isoformat(),
        }


def waiver_of(plain: Mapping[str, Any]) -> Waiver:
    """Read what ``Waiver.plain`` wrote; nothing is checked, for it was checked before."""
    return Waiver(
        rule=plain["rule"],
        owner=plain["owner"],
        reason=REASONS[plain["reason"]],
        until=date.fromisoformat(plain["until"]),
        segment=plain["segment"],
        site=plain["site"],
        note=plain["note"],
        id=plain["id"],
    )


class Looked(NamedTuple):
    """A waiver, and what became of it in one evaluation."""

    waiver: Waiver
    state: WaiverState
