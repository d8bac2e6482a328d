"""What is the caller's own in a result object: its limits, its profile and its waivers."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import orjson

from sellervitals.describing import number
from sellervitals.domain.finding import HeldLimit
from sellervitals.domain.profile import Profile
from sellervitals.domain.waiver import Looked, Waiver
from sellervitals.fragments import KEPT, kept


@lru_cache(maxsize=KEPT)
def held_limit(held: HeldLimit) -> orjson.Fragment:
    """Encode the caller's own limit as it was given."""
    own = held.own
    shown = {
        "comparator": own.must_be,
        "warn": None if own.warn is None else number(own.warn),
        "fail": None if own.fail is None else number(own.fail),
        "loosened": held.loosened,
    }
    return kept(shown)


def profile_used(profile: Profile) -> dict[str, str]:
    """Name the profile that an evaluation used, and its content."""
    return {"name": profile.name, "digest": profile.digest}


def waived_by(waiver: Waiver) -> dict[str, Any]:
    """Say who answers for a finding."""
    return {"id": waiver.id, "owner": waiver.owner, "reason": waiver.reason, "until": waiver.until}


def looked_at(each: Looked) -> dict[str, Any]:
    """Say of a waiver what became of it."""
    it = each.waiver
    about = {"rule": it.rule, "segment": it.segment, "site": it.site}
    return {**about, **waived_by(it), "state": each.state}
