"""Figures that only the caller knows: a metric for each unit and direction, and the rule that judges it.

A name that is no metric of ours is read as the segment of the one whose unit and direction fit, and judged by
the target that came with it; without one nothing is known about it.
"""

from __future__ import annotations

from decimal import Decimal

from sellervitals import plugin as sdk
from sellervitals_generic.remedies.own_figure import STEPS
from sellervitals_generic.sources import ADVICE

_LOWER, _HIGHER = sdk.Better.LOWER, sdk.Better.HIGHER
_KINDS = {
    sdk.Unit.RATIO: ("Own rate", (_LOWER, _HIGHER)),
    sdk.Unit.COUNT: ("Own count", (_LOWER, _HIGHER)),
    sdk.Unit.POINTS: ("Own points", (_LOWER, _HIGHER)),
    sdk.Unit.STARS: ("Own stars", (_HIGHER,)),
    sdk.Unit.DAYS: ("Own days", (_LOWER, _HIGHER)),
    sdk.Unit.HOURS: ("Own hours", (_LOWER, _HIGHER)),
    sdk.Unit.MINUTES: ("Own minutes", (_LOWER, _HIGHER)),
}
"""What its findings are called and which directions make sense, by unit."""
_IDEALS = {sdk.Unit.STARS: Decimal(5)}

METRICS = tuple(
    sdk.Metric(
        id=f"{title.lower().replace(' ', '_')}_{better}",
        title=f"{title}, {better} is better",
        description="Any figure of this kind that the caller names; the segment is its name.",
        unit=unit,
        better=better,
        denominator="cases",
    )
    for unit, (title, directions) in _KINDS.items()
    for better in directions
)
FAMILIES = tuple(metric.id for metric in METRICS)


def own_figure(metric: str) -> sdk.Rule:
    """Make the rule that judges one of ``FAMILIES``; KeyError for any other metric."""
    known = {each.id: each for each in METRICS}[metric]
    return sdk.Rule(
        id=f"generic.{metric.replace('_', '-')}",
        title=_KINDS[known.unit][0],
        why="The caller says what this figure must be; what follows otherwise, only the marketplace knows.",
        metric=metric,
        severity=sdk.Severity.MEDIUM,
        ideal=_IDEALS.get(known.unit),
        steps=STEPS,
        references=ADVICE,
        sites=(),  # nowhere is a limit known: the caller's target alone decides
        since="0.1",
    )
