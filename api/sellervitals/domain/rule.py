"""A rule: metadata, dated limits and steps as plain data, plus an optional function."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import NamedTuple

from sellervitals.domain import wording
from sellervitals.domain.fault import (
    MetadataError,
    described,
    distinct,
    function,
    many,
    one_of,
    owned,
    table,
    text,
    whole,
)
from sellervitals.domain.figure import Figure
from sellervitals.domain.finding import Verdict
from sellervitals.domain.ladder import Ladder
from sellervitals.domain.limit import EVERYWHERE, Limit
from sellervitals.domain.measurement import Measurement, Metric, Value
from sellervitals.domain.projection import Horizon, Projection
from sellervitals.domain.recurring import Recurring
from sellervitals.domain.remediation import Reference, Step
from sellervitals.domain.standing import Severity
from sellervitals.domain.words import Word, folded

ALL_METRICS = ("*",)
_NO_MEASUREMENTS: Mapping[str, tuple[Measurement, ...]] = MappingProxyType({})


class Case(NamedTuple):
    """What a rule is given: one measurement of its metric and the limit in force on its day.

    Rules without a metric of their own are asked once, with ``measurement`` None; their ``day`` is the one
    that the caller named, else the newest that was reported. ``value`` is the deciding
    value: exact counts where they agree with the reported rate; None where a rule with an ``evaluate`` of
    its own is asked about a measurement that holds only the marketplace's word (``verdict``). ``others``
    holds the measurements of the metrics that the rule declared in ``reads``, and nothing else; ``history``
    the older ones of those metrics and of its own, oldest first.
    """

    rule: Rule
    metric: Metric | None
    measurement: Measurement | None
    value: Value | None
    limit: Limit | None
    day: date
    site: str | None
    others: Mapping[str, tuple[Measurement, ...]] = _NO_MEASUREMENTS
    history: Mapping[str, tuple[Measurement, ...]] = _NO_MEASUREMENTS

    @property
    def subject(self) -> str:
        """What is judged, for sentences: the rule's title, with the segment where there is one."""
        segment = None if self.measurement is None else self.measurement.segment
        return wording.subject(self.rule.title, segment)

    @property
    def unplaced(self) -> bool:
        """Whether nobody named the site, and some site has a limit of its own where none is applied here."""
        return (
            self.site is None
            and self.limit is None
            and any(EVERYWHERE not in each.sites and each.runs(self.day) for each in self.rule.limits)
        )


Evaluate = Callable[[Case], "Verdict | list[Verdict]"]
Project = Callable[[Case, Horizon], tuple[Projection, ...]]


@described
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Rule:
    """Judges one metric, or a combination, of one marketplace.

    Args:
        id: ``<plugin>.<kebab-name>``.
        title: the subject in a few words.
        why: what the marketplace does when it fails, in a sentence.
        metric: the metric it judges, one finding per segment; None for a rule on the whole account.
        reads: further metrics it looks at; ``ALL_METRICS`` for all.
        severity: what is at stake.
        limits: the dated table; empty where the document's target or ``evaluate`` decides alone.
        steps: 3 to 7 things to do, most urgent first.
        causes: further steps by the name of a part of the measurement; they come first where that part is
            not 0.
        figures: dated figures that are no limits, such as the rates of a fee.
        words: what the marketplace's own words mean, for a metric that is a state.
        ladder: the scale whose rungs say how grave it is to break the limit.
        calendar: days that come back, such as evaluations; an open finding names the next ones.
        programme: what a seller may take part in or not, such as ``FBA``; while nothing at all is reported
            about it, its rules do not lower the coverage.
        references: sources by key; every limit's ``source`` is one of them.
        since: the version of the plugin that brought the rule.
        sites: the sites it is about; elsewhere it is not applicable unless the document brings a target.
        ideal: the value of full health, where it is not 0 (lower is better), 100 % (rates) or twice the limit
            (other numbers that should be high).
        minimum_sample: the denominator below which a finding is marked ``low_sample``.
        marketplace: whose accounts it judges; by default the one its id begins with.
        aliases: ids it had before.
        evaluate: the odd case; the plain one is ``compare``.
        project: what the value may become on days to come, where a window's counts do not say it.
    """

    id: str
    title: str
    why: str
    severity: Severity
    steps: tuple[Step, ...]
    references: Mapping[str, Reference]
    since: str
    metric: str | None = None
    reads: tuple[str, ...] = ()
    limits: tuple[Limit, ...] = ()
    causes: Mapping[str, tuple[Step, ...]] = field(default_factory=dict)
    figures: tuple[Figure, ...] = ()
    words: tuple[Word, ...] = ()
    ladder: Ladder | None = None
    calendar: tuple[Recurring, ...] = ()
    programme: str = ""
    sites: tuple[str, ...] = (EVERYWHERE,)
    ideal: Decimal | None = None
    minimum_sample: int = 30
    marketplace: str = ""
    aliases: tuple[str, ...] = ()
    evaluate: Evaluate | None = field(default=None, repr=False)
    project: Project | None = field(default=None, repr=False)

    def __post_init__(self) -> None:
        subject = f"rule {self.id}"
        put = object.__setattr__
        plugin = owned(self.id, subject, "id")
        for each in ("title", "why", "since"):
            text(getattr(self, each), subject, each)
        put(self, "severity", one_of(Severity, self.severity, subject, "severity"))
        put(self, "marketplace", self.marketplace or plugin)
        many(Limit, self.limits, subject, "limits")
        if self.programme != "":
            text(self.programme, subject, "programme")
        for each in ("reads", "sites", "aliases"):
            many(str, getattr(self, each), subject, each)
        whole(self.minimum_sample, subject, "minimum_sample")
        if self.ideal is not None and not (isinstance(self.ideal, Decimal) and self.ideal.is_finite()):
            raise MetadataError(subject, "ideal", f"must be a Decimal, not {self.ideal!r}")
        self._check_functions(subject)
        table(Reference, self.references, subject, "references")
        if not self.references:
            raise MetadataError(subject, "references", "must name at least one source")
        put(self, "references", MappingProxyType(dict(self.references)))
        self._check_steps(subject)
        self._check_limits(subject)
        self._check_figures(subject)
        self._check_words(subject)

    def steps_for(self, causes: tuple[str, ...]) -> tuple[Step, ...]:
        """The steps of some causes, in their order, and then the rule's own."""
        if not causes:
            return self.steps
        return (*(step for cause in causes for step in self.causes[cause]), *self.steps)

    def _check_functions(self, subject: str) -> None:
        for each in ("evaluate", "project"):
            if getattr(self, each) is not None:
                function(getattr(self, each), subject, each)
        if self.metric is not None:
            text(self.metric, subject, "metric")
        elif self.evaluate is None:
            raise MetadataError(subject, "metric", "is missing, and there is no evaluate either")
        elif self.project is not None:
            raise MetadataError(subject, "project", "is given, and no metric whose value it is about")

    def _check_steps(self, subject: str) -> None:
        many(Step, self.steps, subject, "steps")
        if not self.steps:
            raise MetadataError(subject, "steps", "must hold at least one step")
        table(tuple, self.causes, subject, "causes")
        for cause, steps in self.causes.items():
            many(Step, steps, subject, f"causes[{cause!r}]")
        object.__setattr__(self, "causes", MappingProxyType(dict(self.causes)))
        distinct((step.id for step in self.steps_for(tuple(self.causes))), subject, "steps")

    def _check_words(self, subject: str) -> None:
        many(Word, self.words, subject, "words")
        distinct((folded(each.word) for each in self.words), subject, "words")
        if self.ladder is not None and not isinstance(self.ladder, Ladder):
            raise MetadataError(subject, "ladder", "must be a Ladder")
        many(Recurring, self.calendar, subject, "calendar")
        for place, each in enumerate(self.calendar):
            if each.source not in self.references:
                problem = f"{each.source!r} is not among the references"
                raise MetadataError(subject, f"calendar[{place}].source", problem)

    def _check_figures(self, subject: str) -> None:
        many(Figure, self.figures, subject, "figures")
        seen: set[tuple[str, str, date]] = set()
        for place, each in enumerate(self.figures):
            keys = {(each.name, site, each.since) for site in each.sites}
            if keys & seen:
                problem = f"{each.since} is given twice for {each.name}"
                raise MetadataError(subject, f"figures[{place}].since", problem)
            seen |= keys
            if each.source not in self.references:
                problem = f"{each.source!r} is not among the references"
                raise MetadataError(subject, f"figures[{place}].source", problem)

    def _check_limits(self, subject: str) -> None:
        seen: set[tuple[str, str | None, date]] = set()
        for place, limit in enumerate(self.limits):
            if limit.source not in self.references:
                problem = f"{limit.source!r} is not among the references"
                raise MetadataError(subject, f"limits[{place}].source", problem)
            for site in limit.sites:
                key = (site, limit.segment, limit.since)
                if key in seen:
                    problem = f"{limit.since} is given twice for site {site}"
                    raise MetadataError(subject, f"limits[{place}].since", problem)
                seen.add(key)
