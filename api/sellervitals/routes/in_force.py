"""What is in force for an account beside what is posted: a stored profile, stored waivers.

It is written down with each evaluation, so that judging it again finds what was in force then.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Self

import orjson
from flask import g

from sellervitals.domain.profile import Profile, profile_of
from sellervitals.domain.waiver import Waiver, waiver_of
from sellervitals.routes.profiles import stored_profile
from sellervitals.routes.service import service
from sellervitals.routes.waivers import waivers_of


class InForce:
    """What one request is judged by beside what it says.

    Args:
        needed: whether the store must answer; else what it keeps is only looked at where it does.
    """

    def __init__(self, *, needed: bool) -> None:
        self._find = waivers_of(service().store, g.tenant, needed=needed)
        self._profile: Profile | None = None
        self._waivers: Sequence[Waiver] | None = ()

    @classmethod
    def again(cls, context: bytes) -> Self:
        """Give what was written down; the store is not asked."""
        kept = orjson.loads(context)
        self = cls.__new__(cls)
        self._profile = profile_of(kept["profile"]) if kept.get("profile") else None
        waivers = kept.get("waivers", [])
        self._waivers = None if waivers is None else tuple(waiver_of(each) for each in waivers)
        self._find = lambda _marketplace, _seller: self._waivers
        return self

    def request(self, given: Mapping[str, Any]) -> Mapping[str, Any]:
        """Put the stored profile in the place of its name; RefusedError when there is none."""
        if isinstance(given.get("profile"), str):
            self._profile = self._profile or stored_profile(given["profile"])
            return {**given, "profile": self._profile}
        return given

    def waivers_of(self, marketplace: str, seller_id: str) -> Sequence[Waiver] | None:
        """Find the waivers of a seller; None where the store does not answer."""
        self._waivers = self._find(marketplace, seller_id)
        return self._waivers

    def context(self) -> bytes:
        """Write down what was found."""
        found: dict[str, Any] = {}
        if self._profile is not None:
            found["profile"] = self._profile.plain()
        if self._waivers is None or self._waivers:
            found["waivers"] = self._waivers and [each.plain() for each in self._waivers]
        return orjson.dumps(found)
