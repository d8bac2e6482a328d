"""How the figures of 90 days are held against what a seller needs to try out for Seller Fulfilled Prime."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from sellervitals import plugin as sdk
from sellervitals_amazon.metrics.programmes import PREQUALIFICATION


class Condition(NamedTuple):
    """What a metric must be to qualify; ``figure`` names the rule's figure that it is held against."""

    metric: sdk.Metric
    figure: str
    must_be: sdk.Comparator
    words: str


_SHIPMENTS, _TRACKING, _LATE, _CANCELLED = PREQUALIFICATION

CONDITIONS = (
    Condition(_SHIPMENTS, "shipments", sdk.Comparator.AT_LEAST, "at least"),
    Condition(_TRACKING, "valid-tracking", sdk.Comparator.ABOVE, "more than"),
    Condition(_LATE, "late-shipments", sdk.Comparator.BELOW, "less than"),
    Condition(_CANCELLED, "cancellations", sdk.Comparator.BELOW, "less than"),
)


def qualifies(case: sdk.Case) -> list[sdk.Verdict]:
    """Hold each figure of the last 90 days against its condition; a seller outside fails nothing."""
    asked = sdk.figures_on(case.rule.figures, case.day, case.site)
    return [
        verdict
        for condition in CONDITIONS
        for verdict in _verdicts(case, condition, asked.get(condition.figure))
    ]


def _verdicts(case: sdk.Case, condition: Condition, asked: sdk.Figure | None) -> Iterable[sdk.Verdict]:
    metric, name = condition.metric, condition.figure
    if asked is None:
        says = f"{metric.title}: no condition is known on {case.day}."
        yield sdk.Verdict(sdk.Outcome.NOT_APPLICABLE, says, segment=name)
        return
    found = case.others.get(metric.id, ())
    if not found:
        says = f"{metric.title}: not reported, so there is nothing to judge."
        yield sdk.Verdict(sdk.Outcome.NO_DATA, says, segment=name)
    for each in found:
        segment = name if each.segment is None else f"{name} ({each.segment})"
        evidence = (sdk.Evidence(each.document, each.pointer),) if each.document else ()
        outcome, says = _judge(metric, condition, each, asked.value)
        yield sdk.Verdict(outcome, f"{metric.title}: {says}", segment=segment, evidence=evidence)


def _judge(
    metric: sdk.Metric, condition: Condition, measured: sdk.Measurement, asked: Decimal
) -> tuple[sdk.Outcome, str]:
    value = metric.decisive(measured)
    if value is None:
        return sdk.Outcome.NO_DATA, "no value that can be judged."
    line = sdk.percent(asked) if metric.unit is sdk.Unit.RATIO else asked
    enough = condition.must_be.holds(value, line)
    said = f"{sdk.display(value, metric.unit)}; it takes {condition.words} {sdk.display(line, metric.unit)}"
    if enough:
        return sdk.Outcome.PASS, f"{said}."
    return sdk.Outcome.WARN, f"{said} to qualify, which is no fault of the account."
