"""Levels computed from one metric or several: the best rung all of whose demands hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from types import MappingProxyType

from sellervitals.domain.fault import MetadataError, described, distinct, many, one_of, snake, table, text
from sellervitals.domain.limit import Limit, limit_on
from sellervitals.domain.measurement import Measurement, Value
from sellervitals.domain.rate import Rate
from sellervitals.domain.remediation import Reference
from sellervitals.domain.standing import Severity


@described
@dataclass(frozen=True, slots=True, eq=False)
class Rung:
    """One level of a ladder.

    Args:
        name: as the marketplace writes it.
        title: for people; by default the name.
        needs: dated limits by metric; a value on the good side of ``fail`` is enough for the rung.
        severity: of a failure whose value falls to this rung; None leaves the rule's own.
        says: a sentence on what the rung means for the seller.
    """

    name: str
    title: str = ""
    needs: Mapping[str, tuple[Limit, ...]] = field(default_factory=dict)
    severity: Severity | None = None
    says: str = ""

    def __post_init__(self) -> None:
        subject = f"rung {self.name}"
        put = object.__setattr__
        text(self.name, subject, "name")
        put(self, "title", self.title or self.name)
        table(tuple, self.needs, subject, "needs")
        for metric, limits in self.needs.items():
            many(Limit, limits, subject, f"needs[{metric!r}]")
            if any(each.fail is None for each in limits):
                raise MetadataError(subject, f"needs[{metric!r}]", "must have a fail line in every limit")
        put(self, "needs", MappingProxyType(dict(self.needs)))
        if self.severity is not None:
            put(self, "severity", one_of(Severity, self.severity, subject, "severity"))


@described
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Ladder:
    """A scale of levels, best first.

    Args:
        id: snake_case.
        title: for people.
        rungs: best first; the last one needs nothing.
        references: sources by key; every limit's ``source`` is one of them.
        metric: the state metric that holds the marketplace's own word for the level; empty without one.
        segments: the segments it is computed for, each on its own.
    """

    id: str
    title: str
    rungs: tuple[Rung, ...]
    references: Mapping[str, Reference]
    metric: str = ""
    segments: tuple[str | None, ...] = (None,)
    metrics: frozenset[str] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        subject = f"ladder {self.id}"
        put = object.__setattr__
        snake(self.id, subject, "id")
        text(self.title, subject, "title")
        many(Rung, self.rungs, subject, "rungs")
        if len(self.rungs) < 2 or self.rungs[-1].needs:  # noqa: PLR2004 - one rung is no scale
            raise MetadataError(subject, "rungs", "must be at least two, the last without needs")
        distinct((rung.name for rung in self.rungs), subject, "rungs")
        table(Reference, self.references, subject, "references")
        put(self, "references", MappingProxyType(dict(self.references)))
        put(self, "metrics", frozenset(metric for rung in self.rungs for metric in rung.needs))
        for rung in self.rungs:
            for metric, limits in rung.needs.items():
                for each in limits:
                    if each.source not in self.references:
                        problem = f"{each.source!r} is not among the references"
                        raise MetadataError(subject, f"rung {rung.name} needs[{metric!r}]", problem)

    def reached_by(self, measurement: Measurement, value: Value, site: str | None, day: date) -> Rung | None:
        """Give the best rung that a value alone does not keep from; None where none has a limit for it."""
        limits = [
            limit_on(rung.needs.get(measurement.metric, ()), day, site, measurement.segment)
            for rung in self.rungs
        ]
        if not any(limits):
            return None
        met = (
            rung
            for rung, limit in zip(self.rungs, limits, strict=True)
            if limit is None or meets(limit, measurement, value)
        )
        return next(met, None)


def meets(limit: Limit, measurement: Measurement, value: Value) -> bool:
    """Say whether a value meets a limit.

    So does one with few enough events, and one with a sample under which the limit is not enforced.
    """
    if measurement.denominator is not None and measurement.denominator < limit.minimum_sample:
        return True
    if not isinstance(value, Rate | Decimal) or type(value) is not type(limit.fail):
        return False
    return limit.met(value, limit.bad(measurement))
