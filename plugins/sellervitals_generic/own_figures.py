"""Figures that nobody but the caller knows: a metric and a rule for each unit and direction.

A name that is no metric of ours is read as the segment of the one whose unit and direction fit, and judged by
the target that came with it; without one nothing is known about it.
"""

from __future__ import annotations

from sellervitals import plugin as sdk
from sellervitals_generic.remedies.own_figure import STEPS
from sellervitals_generic.sources import ADVICE

_TITLES = {
    sdk.Unit.RATIO: "Own rate",
    sdk.Unit.COUNT: "Own count",
    sdk.Unit.POINTS: "Own points",
    sdk.Unit.STARS: "Own stars",
    sdk.Unit.DAYS: "Own days",
    sdk.Unit.HOURS: "Own hours",
    sdk.Unit.MINUTES: "Own minutes",
    sdk.Unit.SECONDS: "Own seconds",
}
"""By unit; the others fit nothing that marketplaces count about a seller."""


def _metric(unit: sdk.Unit, better: sdk.Better) -> sdk.Metric:
    title = _TITLES[unit]
    return sdk.Metric(
        id=f"{title.lower().replace(' ', '_')}_{better}",
        title=f"{title}, {better} is better",
        description="Any figure of this kind that the caller names; the segment is its name.",
        unit=unit,
        better=better,
        denominator="cases",
    )


def _rule(metric: sdk.Metric) -> sdk.Rule:
    return sdk.Rule(
        id=f"generic.{metric.id.replace('_', '-')}",
        title=_TITLES[metric.unit],
        why="The caller says what this figure must be; what follows otherwise, only the marketplace knows.",
        metric=metric.id,
        severity=sdk.Severity.MEDIUM,
        steps=STEPS,
        references=ADVICE,
        sites=(),  # nowhere is a limit known: the caller's target alone decides
        since="0.1",
    )


_NO_SENSE = {(sdk.Unit.STARS, sdk.Better.LOWER)}

METRICS = tuple(
    _metric(unit, better) for unit in _TITLES for better in sdk.Better if (unit, better) not in _NO_SENSE
)
RULES = tuple(_rule(metric) for metric in METRICS)
FAMILIES = tuple(metric.id for metric in METRICS)
