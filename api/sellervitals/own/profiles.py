"""Profiles read strictly: every line has its unit, and no weight talks away what is grave.

Faults are collected, so that all are answered at once.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from sellervitals.domain.limit import Bound
from sellervitals.domain.marketplace import Marketplace
from sellervitals.domain.measurement import Better, Comparator, Metric, Unit
from sellervitals.domain.pointer import token
from sellervitals.domain.profile import COMPARATORS, LARGEST_WEIGHT, OwnLimit, Profile, bound_of
from sellervitals.domain.rate import Rate
from sellervitals.domain.standing import Severity
from sellervitals.own.waivers import read_site
from sellervitals.plugins import Registry
from sellervitals.problems import Fault

INLINE = "inline"
"""What a profile is called that came with a request and says no name."""
GUARDED = (Severity.CRITICAL, Severity.HIGH)
GUARDRAILS = (
    "A limit that asks for less than the policy is not applied; it is shown as loosened.",
    f"A weight is a whole number from 0 to {LARGEST_WEIGHT}.",
    f"A rule of severity {' or '.join(GUARDED)} may not weigh less than published.",
    "A failure caps the score whatever the profile weighs its rule.",
    "The lower coverage of both weights counts: no weight makes more of an account known.",
    "Weights that would give a higher score than the published ones are not applied.",
    "At least one rule weighs something.",
)
"""What keeps a profile from making an account look better than it is."""

_RATES = ("ratio", "percent")


class ProfileReader:
    """Reads the profile of one marketplace.

    Args:
        registry: the rules that it may speak of, by the ids they have or had.
        marketplace: whose.
        pointer: where the profile stands in the request.
        faults: what is wrong is added here.
    """

    def __init__(
        self, registry: Registry, marketplace: Marketplace, pointer: str, faults: list[Fault]
    ) -> None:
        self.marketplace = marketplace
        self.rules = {rule.id: rule for rule in registry.rules_of(marketplace.id)}
        self.renamed = registry.renamed
        self.pointer = pointer
        self.faults = faults

    def read(self, given: Mapping[str, Any], name: str) -> Profile | None:
        """Read what the schema loaded; None when something in it is wrong."""
        before = len(self.faults)
        limits: dict[tuple[str, ...], OwnLimit] = {}
        for place, each in enumerate(given.get("limits") or []):
            at = f"{self.pointer}/limits/{place}"
            own = self._limit(at, each)
            if own is None:
                continue
            if own.about in limits:
                self._fault(at, "is given twice for one rule or metric, segment and site.")
            limits[own.about] = own
        weights = self._weights(given.get("weights") or {})
        if len(self.faults) > before:
            return None
        return Profile(name, self.marketplace.id, tuple(limits.values()), weights)

    def _fault(self, pointer: str, detail: str, code: str = "validation-failed") -> None:
        self.faults.append(Fault(pointer, code, detail))

    def _limit(self, at: str, given: Mapping[str, Any]) -> OwnLimit | None:
        before = len(self.faults)
        rule, metric = self._subject(at, given)
        site = read_site(self.marketplace, given.get("site"), f"{at}/site", self.faults)
        if metric is None:
            return None
        segment = given.get("segment")
        if segment is not None and metric.segments and segment not in metric.segments:
            self._fault(f"{at}/segment", f"must be one of {', '.join(metric.segments)}.")
        must_be = self._comparator(at, metric, given.get("comparator"))
        unit = self._unit(at, metric, given.get("unit"))
        warn, fail = (self._bound(at, name, metric, unit, given.get(name)) for name in ("warn", "fail"))
        if given.get("warn") is None and given.get("fail") is None:
            self._fault(at, "warn or fail is missing.")
        lower = metric.better is Better.LOWER
        inclusive = Comparator.AT_MOST if lower else Comparator.AT_LEAST
        if warn is not None and fail is not None and not inclusive.holds(warn, fail):
            where = "above" if lower else "below"
            self._fault(f"{at}/warn", f"lies {where} fail; a warning comes before a failure.")
        if len(self.faults) > before:
            return None
        return OwnLimit(rule, None if rule else metric.id, metric.unit, warn, fail, must_be, segment, site)

    def _subject(self, at: str, given: Mapping[str, Any]) -> tuple[str | None, Metric | None]:
        """Find the rule or metric that is meant, and the metric that is measured."""
        named, of_metric = given.get("rule"), given.get("metric")
        if (named is None) is (of_metric is None):
            self._fault(at, "must name a rule or a metric, and not both.")
            return None, None
        if of_metric is not None:
            found = self.marketplace.by_id.get(of_metric)
            if found is None or not any(rule.metric == of_metric for rule in self.rules.values()):
                what = "is no metric of" if found is None else "is judged by no rule of"
                self._fault(f"{at}/metric", f"{what} {self.marketplace.id}.")
                return None, None
            return None, self._numeric(f"{at}/metric", found)
        rule = self.rules.get(self.renamed.get(str(named), str(named)))
        if rule is None:
            self._fault(f"{at}/rule", f"is no rule for accounts on {self.marketplace.id}.")
            return None, None
        if rule.metric is None:
            self._fault(f"{at}/rule", "judges the whole account and no single number, so it has no line.")
            return None, None
        return rule.id, self._numeric(f"{at}/rule", self.marketplace.by_id[rule.metric])

    def _numeric(self, at: str, metric: Metric) -> Metric | None:
        if metric.unit is Unit.STATE:
            self._fault(at, "is about a state and not a number, so it has no line.")
            return None
        return metric

    def _comparator(self, at: str, metric: Metric, given: str | None) -> Comparator | None:
        if given is None:
            return None
        found = COMPARATORS[given]
        if found.better is not metric.better:
            more = "less" if metric.better is Better.LOWER else "more"
            self._fault(f"{at}/comparator", f"is {given!r}, but of {metric.id} {more} is better.")
        return found

    def _unit(self, at: str, metric: Metric, given: str | None) -> str | None:
        """Give the unit that the lines are in; None where that is wrong, and said."""
        if metric.unit is Unit.RATIO:
            if given is None:
                detail = f"is missing: {metric.id} is a rate, say 'ratio' (0.01) or 'percent' (1)."
                self._fault(f"{at}/unit", detail, "unit-missing")
            elif given not in _RATES:
                self._fault(f"{at}/unit", f"must be 'ratio' or 'percent' for {metric.id}.", "unit-mismatch")
            return given if given in _RATES else None
        if given is not None and given != metric.unit:
            detail = f"must be {metric.unit.value} for {metric.id}, not {given!r}."
            self._fault(f"{at}/unit", detail, "unit-mismatch")
            return None
        return metric.unit.value

    def _bound(
        self, at: str, name: str, metric: Metric, unit: str | None, number: Decimal | None
    ) -> Bound | None:
        if unit is None or number is None:
            return None
        found = bound_of(number, unit)
        if isinstance(found, Rate) and metric.bounded and found.numerator > found.denominator:
            detail = f"is above 100 % as {unit}; {metric.id} cannot be."
            self._fault(f"{at}/{name}", detail, "unit-mismatch")
        if isinstance(found, Decimal) and metric.highest is not None and found > metric.highest:
            self._fault(f"{at}/{name}", f"must be at most {metric.highest:,}; {metric.id} cannot be more.")
        return found

    def _weights(self, given: Mapping[str, Any]) -> dict[str, int]:
        published = self.marketplace.scorecard.weights
        found: dict[str, int] = {}
        for name, weight in given.items():
            at = f"{self.pointer}/weights/{token(name)}"
            ident = self.renamed.get(name, name)
            rule = self.rules.get(ident)
            if rule is None:
                self._fault(at, f"is no rule for accounts on {self.marketplace.id}.")
            elif isinstance(weight, bool) or not isinstance(weight, int) or not 0 <= weight <= LARGEST_WEIGHT:
                self._fault(at, f"must be a whole number from 0 to {LARGEST_WEIGHT}.")
            elif rule.severity in GUARDED and weight < published.get(ident, 0):
                least = published[ident]
                self._fault(
                    at, f"may not be less than {least}, as published: its severity is {rule.severity}."
                )
            elif ident in found:
                self._fault(at, f"is given twice: the rule is called {ident} today.")
            else:
                found[ident] = weight
        if found and not any({**published, **found}.values()):
            self._fault(f"{self.pointer}/weights", "must leave at least one rule with a weight.")
        return found
