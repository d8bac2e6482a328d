"""A marketplace as a plugin describes it: its sites, metrics, own words and weights."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from sellervitals.domain.appeal import Appeal
from sellervitals.domain.fault import (
    MetadataError,
    described,
    distinct,
    function,
    many,
    snake,
    table,
    text,
    whole,
)
from sellervitals.domain.goal import Goal
from sellervitals.domain.ladder import Ladder
from sellervitals.domain.measurement import Measurement, Metric
from sellervitals.domain.profile import Profile
from sellervitals.domain.remediation import Reference
from sellervitals.domain.table import Rollup
from sellervitals.domain.waiver import Waiver


class Level(NamedTuple):
    """The marketplace's own word for an account, mirrored exactly.

    ``name`` is the word as written, ``display`` a reading for people, ``source`` where it stood.
    """

    name: str
    display: str
    source: str


class Notice(NamedTuple):
    """Something a reader or the host has to say that is no verdict."""

    code: str
    message: str
    document: str | None = None
    pointer: str | None = None


class Snapshot(NamedTuple):
    """The measurements of one account on one site, from all documents and plain metrics of a request.

    ``day`` is the date that limits are chosen by: given by the caller (``dated`` is True, and it
    overrides the dates of the measurements) or the date of the request, for measurements without a
    window of their own. ``history`` holds older measurements of the same metrics, oldest first; they are
    not judged, but rules may look back at them. ``waivers`` and ``profile`` are the caller's own: what is
    answered for, and stricter limits and other weights. One that is ``personal`` came in documents that name
    people: they are not kept. ``daily`` holds the counts of single days, for
    forecasts; no rule sees them.
    """

    marketplace: str
    site: str | None
    seller_id: str | None
    measurements: tuple[Measurement, ...]
    day: date
    dated: bool = False
    ignored: tuple[Notice, ...] = ()
    notices: tuple[Notice, ...] = ()
    history: tuple[Measurement, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    profile: Profile | None = None
    daily: tuple[Measurement, ...] = ()
    personal: bool = False

    @property
    def as_of(self) -> date:
        """The date whose policy counts: the caller's, else that of the newest measurement, else ``day``.

        A period may end after ``day``, as the running month does; no policy of days to come is applied.
        """
        if self.dated:
            return self.day
        ends = (each.window.end for each in self.measurements if each.window is not None)
        return min(max((end for end in ends if end is not None), default=self.day), self.day)

    def of(self, metric: str) -> tuple[Measurement, ...]:
        """All measurements of one metric."""
        return tuple(each for each in self.measurements if each.metric == metric)


LevelOf = Callable[[Snapshot], "Level | None"]


@described
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Scorecard:
    """How much each rule counts in the score of its marketplace.

    Args:
        version: such as ``amazon-2026.2``; changes whenever a weight changes.
        weights: whole numbers by rule id; 0 reports without counting.
    """

    version: str
    weights: Mapping[str, int]

    def __post_init__(self) -> None:
        subject = f"scorecard {self.version}"
        text(self.version, subject, "version")
        table(int, self.weights, subject, "weights")
        for rule, weight in self.weights.items():
            whole(weight, subject, f"weights[{rule!r}]")
        if not any(self.weights.values()):
            raise MetadataError(subject, "weights", "must weigh at least one rule")


@described
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Marketplace:
    """A marketplace, registered by the plugin of the same name.

    Args:
        id: the plugin's own name.
        title: as the marketplace writes itself.
        metrics: what can be measured there.
        scorecard: what its score is made of.
        sites: name by site id; empty for a marketplace without sites.
        site_ids: the marketplace's own ids by site, as documents write them.
        families: the metrics that take plain metrics of any other name, which becomes their segment: one for
            each unit and direction. A marketplace that has them is open: what is posted to it may bring a
            target, a comparator and a severity of its own.
        rollups: what makes measurements of tables, in the order they are asked.
        level: reads the marketplace's own word off a snapshot.
        ladders: levels that can be computed from metrics, shown beside that word.
        goals: what sellers want to reach beside the rungs of its ladders.
        appeal: what it wants to read in a plan of action; None where that is not known.
        references: where to read about it.
    """

    id: str
    title: str
    metrics: tuple[Metric, ...]
    scorecard: Scorecard
    sites: Mapping[str, str] = field(default_factory=dict)
    site_ids: Mapping[str, str] = field(default_factory=dict)
    families: tuple[str, ...] = ()
    rollups: tuple[Rollup, ...] = ()
    level: LevelOf | None = None
    ladders: tuple[Ladder, ...] = ()
    goals: tuple[Goal, ...] = ()
    appeal: Appeal | None = None
    references: tuple[Reference, ...] = ()
    by_id: Mapping[str, Metric] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        subject = f"marketplace {self.id}"
        snake(self.id, subject, "id")
        text(self.title, subject, "title")
        many(Metric, self.metrics, subject, "metrics")
        if not isinstance(self.scorecard, Scorecard):
            raise MetadataError(subject, "scorecard", "must be a Scorecard")
        distinct((metric.id for metric in self.metrics), subject, "metrics")
        table(str, self.sites, subject, "sites")
        table(str, self.site_ids, subject, "site_ids")
        for site in self.site_ids:
            if site not in self.sites:
                raise MetadataError(subject, "site_ids", f"names {site!r}, which is none of the sites")
        many(Reference, self.references, subject, "references")
        many(Rollup, self.rollups, subject, "rollups")
        if self.level is not None:
            function(self.level, subject, "level")
        if self.appeal is not None and not isinstance(self.appeal, Appeal):
            raise MetadataError(subject, "appeal", "must be an Appeal")
        object.__setattr__(self, "by_id", {metric.id: metric for metric in self.metrics})
        self._check_families(subject)
        self._check_levels(subject)
        self._check_variants(subject)
        for place, rollup in enumerate(self.rollups):
            if rollup.metric not in self.by_id:
                problem = f"{rollup.metric!r} is none of the metrics"
                raise MetadataError(subject, f"rollups[{place}].metric", problem)

    def site_named(self, given: str) -> str:
        """Give our id of a site that is named by the marketplace's own; any other name as it is."""
        return next((site for site, foreign in self.site_ids.items() if foreign == given), given)

    def _check_variants(self, subject: str) -> None:
        for metric in self.metrics:
            for other in sorted(metric.variants.keys() - self.by_id.keys()):
                problem = f"names {other!r}, which is no metric of this marketplace"
                raise MetadataError(f"{subject}: metric {metric.id}", "variants", problem)

    def _check_levels(self, subject: str) -> None:
        many(Ladder, self.ladders, subject, "ladders")
        many(Goal, self.goals, subject, "goals")
        distinct((ladder.id for ladder in self.ladders), subject, "ladders")
        distinct((goal.id for goal in self.goals), subject, "goals")
        asked = [
            *((f"ladders[{place}]", each.metrics | {each.metric}) for place, each in enumerate(self.ladders)),
            *((f"goals[{place}]", each.needs.keys()) for place, each in enumerate(self.goals)),
        ]
        for where, metrics in asked:
            unknown = metrics - self.by_id.keys() - {""}
            if unknown:
                problem = f"{', '.join(sorted(unknown))} is none of the metrics"
                raise MetadataError(subject, where, problem)

    def _check_families(self, subject: str) -> None:
        many(str, self.families, subject, "families")
        for place, name in enumerate(self.families):
            if name not in self.by_id:
                raise MetadataError(subject, f"families[{place}]", f"names {name!r}, which is no metric")
        kinds = (self.by_id[name] for name in self.families)
        distinct((f"{each.unit}, {each.better}" for each in kinds), subject, "families")
