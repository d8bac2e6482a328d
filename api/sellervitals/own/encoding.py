"""What is the caller's own in a result object: its limits, its profile and its waivers."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import orjson

from sellervitals.describing import number
from sellervitals.domain.finding import HouseLimit
from sellervitals.domain.profile import Profile
from sellervitals.domain.waiver import Looked, Waiver


@lru_cache(maxsize=4096)
def house_limit(house: HouseLimit) -> orjson.Fragment:
    """Encode the caller's own limit as it was given."""
    own = house.own
    shown = {
        "comparator": own.must_be,
        "warn": None if own.warn is None else number(own.warn),
        "fail": None if own.fail is None else number(own.fail),
        "loosened": house.loosened,
    }
    return orjson.Fragment(bytes(memoryview(orjson.dumps(shown))))


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
