"""Limits and weights of the caller's own, and how an own limit stands to the one that the policy applies."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, localcontext
from functools import lru_cache
from hashlib import sha256
from types import MappingProxyType
from typing import Any, NamedTuple

from sellervitals.domain.limit import Bound, Limit, Origin, clear_of
from sellervitals.domain.measurement import Better, Comparator, Unit
from sellervitals.domain.rate import Rate
from sellervitals.domain.standing import Trust

LARGEST_WEIGHT = 100
COMPARATORS = {each.value: each for each in Comparator}
_NOTHING = (Rate(0, 1), Decimal(0))
_ALL = Rate(1, 1)
_ENOUGH_DIGITS = 60
"""For every decimal that may come in, also as a percentage."""


class OwnLimit(NamedTuple):
    """A line that the caller draws, for a rule or for every rule of a metric; exactly one of them is named.

    ``unit`` is what its lines are counted in, ``ratio`` for rates. Without ``must_be`` the policy's counts,
    and without a policy values may stand on the line. Without segment or site it holds for all of them.
    """

    rule: str | None
    metric: str | None
    unit: Unit
    warn: Bound | None = None
    fail: Bound | None = None
    must_be: Comparator | None = None
    segment: str | None = None
    site: str | None = None

    @property
    def about(self) -> tuple[str, str, str, str]:
        """What tells one from the others of a profile."""
        return self.rule or "", self.metric or "", self.segment or "", self.site or ""

    def fits(self, site: str | None, segment: str | None) -> int:
        """Rank how closely it fits: 0 not at all, then every site, named site, named segment, named rule."""
        if self.segment not in {None, segment} or self.site not in {None, site}:
            return 0
        return 1 + (self.site is not None) + 2 * (self.segment is not None) + 4 * (self.rule is not None)

    def plain(self) -> dict[str, Any]:
        """Write it as JSON carries it, exactly."""
        return {
            "rule": self.rule,
            "metric": self.metric,
            "segment": self.segment,
            "site": self.site,
            "unit": self.unit.value,
            "comparator": None if self.must_be is None else self.must_be.value,
            "warn": _exact(self.warn),
            "fail": _exact(self.fail),
        }


@dataclass(frozen=True, slots=True, eq=False)
class Profile:
    """Own limits and weights for accounts of one marketplace.

    Args:
        name: as it is called in answers.
        marketplace: whose rules it speaks of.
        limits: at most one for each rule or metric, segment and site.
        weights: by rule id, in place of those of the scorecard.
        digest: names its content; the name is no part of it.
    """

    name: str
    marketplace: str
    limits: tuple[OwnLimit, ...] = ()
    weights: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    digest: str = field(init=False)
    _by_subject: Mapping[tuple[str, bool], tuple[OwnLimit, ...]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        by_subject: dict[tuple[str, bool], tuple[OwnLimit, ...]] = {}
        for each in self.limits:
            key = (each.rule or each.metric or "", each.rule is not None)
            by_subject[key] = (*by_subject.get(key, ()), each)
        object.__setattr__(self, "_by_subject", by_subject)
        content = {name: value for name, value in self.plain().items() if name != "name"}
        written = json.dumps(content, sort_keys=True, separators=(",", ":")).encode()
        object.__setattr__(self, "digest", f"sha256:{sha256(written).hexdigest()}")

    def limit_for(
        self, rule: str, metric: str | None, site: str | None, segment: str | None
    ) -> OwnLimit | None:
        """Choose the own limit of a rule: the closest fit; None without one."""
        best, rank = None, 0
        for key in ((rule, True), (metric or "", False)):
            for each in self._by_subject.get(key, ()):
                fit = each.fits(site, segment)
                if fit > rank:
                    best, rank = each, fit
        return best

    def plain(self) -> dict[str, Any]:
        """Write it as plain JSON; ``profile_of`` reads it again."""
        return {
            "name": self.name,
            "marketplace": self.marketplace,
            "limits": [each.plain() for each in sorted(self.limits, key=lambda each: each.about)],
            "weights": dict(sorted(self.weights.items())),
        }


def profile_of(plain: Mapping[str, Any]) -> Profile:
    """Read what ``Profile.plain`` wrote; nothing is checked, for it was checked before."""
    limits = (
        OwnLimit(
            rule=each["rule"],
            metric=each["metric"],
            unit=Unit(each["unit"]),
            warn=bound_of(each["warn"], each["unit"]),
            fail=bound_of(each["fail"], each["unit"]),
            must_be=None if each["comparator"] is None else COMPARATORS[each["comparator"]],
            segment=each["segment"],
            site=each["site"],
        )
        for each in plain["limits"]
    )
    return Profile(plain["name"], plain["marketplace"], tuple(limits), dict(plain["weights"]))


def bound_of(number: Decimal | str | None, unit: str) -> Bound | None:
    """Read a line in the unit that it is given in, ``percent`` and ``ratio`` for rates."""
    if number is None:
        return None
    if unit == Unit.RATIO:
        return Rate.ratio(number)
    return Rate.percent(number) if unit == "percent" else Decimal(number)


def _exact(bound: Bound | None) -> str | None:
    """Write a line without rounding: the denominator of one that was typed in divides a power of ten."""
    if bound is None:
        return None
    with localcontext() as context:
        context.prec = _ENOUGH_DIGITS
        number = Decimal(bound.numerator) / bound.denominator if isinstance(bound, Rate) else bound
        text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


class Held(NamedTuple):
    """An own limit beside the policy's.

    ``limit`` is what both ask for together, None where no own line is stricter. ``loosened`` says that an own
    line asks for less than the policy; such a line is never applied.
    """

    limit: Limit | None
    loosened: bool


@lru_cache(maxsize=4096)
def held_beside(own: OwnLimit, policy: Limit | None, better: Better) -> Held:
    """Hold an own limit against the one that the policy applies, line by line.

    Each line that is stricter takes the place of the policy's; what the policy allows and enforces at small
    numbers stays. A line of the policy that cannot fail is one that warns. Where the two cannot be compared,
    as they look in different directions, the own one stands alone, and whoever asks must judge by both.
    """
    if policy is None or not _comparable(own, policy, better):
        return Held(_alone(own, better), loosened=False)
    fail = _stands(own.fail, own.must_be or policy.must_be, policy.fail, policy.must_be)
    if not policy.trust.can_fail and own.fail is not None:
        fail = 1
    soft, soft_must = (
        (policy.warn, policy.warn_must_be)
        if policy.warn is not None
        else (
            policy.fail,
            policy.must_be,
        )
    )
    clear = policy.warn_must_be if policy.warn is not None else clear_of(better)
    warn = _stands(own.warn, clear, soft, soft_must)
    loosened = min(fail, warn) < 0
    if max(fail, warn) <= 0:
        return Held(None, loosened)
    return Held(_together(own, policy, own_fail=fail > 0, own_warn=warn > 0, clear=clear), loosened)


def _together(own: OwnLimit, policy: Limit, *, own_fail: bool, own_warn: bool, clear: Comparator) -> Limit:
    """Put the stricter lines into one limit."""
    must_be, fail, trust = policy.must_be, policy.fail, policy.trust
    if own_fail:
        must_be, fail, trust = own.must_be or policy.must_be, own.fail, Trust.OWN
    warn, warn_trust, allowed = policy.warn, policy.warn_trust, policy.warn_allowed
    if own_warn:
        warn, warn_trust = own.warn, Trust.OWN
    elif own_fail and warn is None and not policy.trust.can_fail:
        warn, warn_trust, allowed, clear = policy.fail, policy.trust, policy.allowed, policy.must_be
    if warn is not None and fail is not None and warn != fail and not must_be.holds(warn, fail):
        warn, allowed = None, None
    return Limit(
        since=policy.since,
        must_be=_meetable(must_be, fail),
        source=Origin.PROFILE.value,
        fail=fail,
        warn=warn,
        trust=trust,
        warn_trust=warn_trust,
        minimum_sample=policy.minimum_sample,
        allowed=policy.allowed if fail is not None else None,
        warn_allowed=allowed if warn is not None else None,
        allowed_part=policy.allowed_part,
        warn_must_be=_meetable(clear, warn),
        origin=Origin.PROFILE,
    )


def _alone(own: OwnLimit, better: Better) -> Limit:
    inclusive = Comparator.AT_MOST if better is Better.LOWER else Comparator.AT_LEAST
    return Limit(
        since=date.min,
        must_be=_meetable(own.must_be or inclusive, own.fail),
        source=Origin.PROFILE.value,
        fail=own.fail,
        warn=own.warn,
        trust=Trust.OWN,
        warn_trust=Trust.OWN,
        warn_must_be=_meetable(clear_of(better), own.warn),
        origin=Origin.PROFILE,
    )


def _meetable(must_be: Comparator, line: Bound | None) -> Comparator:
    """Read a line that nothing can meet as 'or equal': nothing is below 0, and no rate above 100 %."""
    if must_be is Comparator.BELOW and line in _NOTHING:
        return Comparator.AT_MOST
    return Comparator.AT_LEAST if must_be is Comparator.ABOVE and line == _ALL else must_be


def _comparable(own: OwnLimit, policy: Limit, better: Better) -> bool:
    kinds = {type(each) for each in (own.warn, own.fail, policy.warn, policy.fail) if each is not None}
    return policy.must_be.better is better and len(kinds) == 1


def _stands(own: Bound | None, own_must: Comparator, line: Bound | None, line_must: Comparator) -> int:
    """Say whether a line is stricter than another (1), asks for the same (0) or for less (-1)."""
    if own is None:
        return 0
    if line is None:
        return 1
    if own == line:
        return _strict(own_must) - _strict(line_must)
    return 1 if line_must.holds(own, line) else -1


def _strict(must_be: Comparator) -> int:
    """Say whether a value on the line itself is refused."""
    return must_be in {Comparator.BELOW, Comparator.ABOVE}
