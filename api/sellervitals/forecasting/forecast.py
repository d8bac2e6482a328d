"""Forecasts: each rate and rolling count taken day by day to the lines that its rules hold it against."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from sellervitals.asking import ask_projection
from sellervitals.domain.marketplace import Marketplace, Notice
from sellervitals.domain.measurement import Metric, Unit
from sellervitals.domain.projection import Horizon, Projection
from sellervitals.domain.rule import ALL_METRICS, Case, Rule
from sellervitals.engine import Engine
from sellervitals.forecasting.calendar import Entry, calendar
from sellervitals.forecasting.line import Forecasted, forecast_line
from sellervitals.forecasting.outset import Outset, Reported, Series, judged
from sellervitals.forecasting.question import Given, Lacking, Question, Subject
from sellervitals.foresight.rolling import Rolling
from sellervitals.limits import FORECAST_DAYS
from sellervitals.problems import Fault, RefusedError


class Projected(NamedTuple):
    """What a rule says its value may become."""

    rule: Rule
    metric: Metric
    segment: str | None
    projection: Projection


class Forecast(NamedTuple):
    """What may become of one account on one site; ``lacking`` says what cannot be told, and why."""

    outset: Outset
    days: int
    lines: tuple[Forecasted, ...]
    projected: tuple[Projected, ...]
    calendar: tuple[Entry, ...]
    lacking: tuple[Lacking, ...]
    notices: tuple[Notice, ...]


def forecast(engine: Engine, outset: Outset, days: int, given: Given, only: str | None = None) -> Forecast:
    """Say what may become of an account.

    Args:
        engine: knows the rules and their limits.
        outset: what is known.
        days: how many days to look ahead.
        given: the inflow that whoever asks expects, by metric and segment.
        only: the only metric to answer; None for all.

    Raises:
        RefusedError: so many days of so many lines are too many, at ``/horizon_days``.
    """
    marketplace = engine.registry.marketplaces[outset.marketplace]
    days = min(days, (date.max - outset.day).days)
    rules = [
        each
        for each in engine.registry.rules_of(outset.marketplace)
        if each.metric is not None and only in {None, each.metric}
    ]
    series = outset.series(marketplace)
    question = Question(engine, outset.site, outset.day, days, given)
    subjects = [each for rule in rules for each in _subjects(rule, marketplace, outset, series)]
    if len(subjects) * days > FORECAST_DAYS:
        detail = (
            f"asks for {days} days of {len(subjects):,} lines;"
            f" {FORECAST_DAYS // len(subjects)} days of so many are answered at most."
        )
        raise RefusedError.of([Fault("/horizon_days", "limit-exceeded", detail)])
    found = [forecast_line(question, each) for each in subjects]
    lines = tuple(each for each in found if isinstance(each, Forecasted))
    projected, notices = _projected(engine, outset, rules, _horizon(outset, days, given))
    return Forecast(
        outset=outset,
        days=days,
        lines=lines,
        projected=projected,
        calendar=calendar(engine, outset, rules, lines, days),
        lacking=tuple(each for each in found if isinstance(each, Lacking)),
        notices=(*outset.notices, *notices),
    )


def _subjects(
    rule: Rule, marketplace: Marketplace, outset: Outset, series: Mapping[Series, Rolling]
) -> Iterator[Subject]:
    """List what a rule judges whose window can roll: what was reported, or what only days are known of."""
    metric = marketplace.by_id[rule.metric or ""]
    reported = {each.measurement.segment: each for each in outset.of(metric.id)}
    for segment in dict.fromkeys((*reported, *_counted(metric, series))):
        counted = series.get((metric.id, metric.counted_as(segment)))
        if metric.unit is Unit.RATIO or (metric.unit is Unit.COUNT and (metric.rolling or counted)):
            yield Subject(rule, metric, segment, reported.get(segment), counted)


def _counted(metric: Metric, series: Mapping[Series, Rolling]) -> Iterator[str | None]:
    """Give the segments that daily counts are about; what the marketplace does not judge is left out."""
    for name, segment in series:
        if name != metric.id:
            continue
        lengths = [each for each in metric.segments if each in metric.segment_days] if segment is None else []
        if lengths:
            yield from lengths
        elif judged(metric, segment):
            yield segment


def _horizon(outset: Outset, days: int, given: Given) -> Horizon:
    inflow = {metric: each.events for (metric, _), each in given.items()}
    return Horizon(outset.day, days, inflow)


def _projected(
    engine: Engine, outset: Outset, rules: Iterable[Rule], horizon: Horizon
) -> tuple[tuple[Projected, ...], tuple[Notice, ...]]:
    """Ask the rules that know more of what is to come than a window says."""
    found: list[Projected] = []
    trouble: list[Notice] = []
    for rule in rules:
        for reported in outset.of(rule.metric or "") if rule.project is not None else ():
            case, metric = _case(engine, rule, reported, outset)
            answer = ask_projection(rule, case, horizon)
            if isinstance(answer, Notice):
                trouble.append(answer)
                continue
            segment = reported.measurement.segment
            found.extend(
                Projected(rule, metric, segment, each)
                for each in answer
                if horizon.start <= each.day <= horizon.end
            )
    return tuple(found), tuple(trouble)


def _case(engine: Engine, rule: Rule, reported: Reported, outset: Outset) -> tuple[Case, Metric]:
    metric = engine.registry.marketplaces[outset.marketplace].by_id[rule.metric or ""]
    measured, others = reported.measurement, outset.by_metric()
    names = others if rule.reads == ALL_METRICS else rule.reads
    case = Case(
        *(rule, metric, measured, metric.decisive(measured)),
        engine.limit(rule, outset.site, measured, outset.day),
        *(outset.day, outset.site),
        {name: others[name] for name in names if name in others},
    )
    return case, metric
