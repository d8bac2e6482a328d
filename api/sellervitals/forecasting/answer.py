"""A forecast as JSON bytes, with its assumptions in sentences."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import orjson

from sellervitals import __version__
from sellervitals.describing import number
from sellervitals.domain.finding import Outcome
from sellervitals.domain.measurement import Metric, Unit
from sellervitals.domain.rate import Rate
from sellervitals.domain.wording import display
from sellervitals.forecasting.calendar import Entry
from sellervitals.forecasting.course import in_its_terms
from sellervitals.forecasting.forecast import Forecast, Projected
from sellervitals.forecasting.line import Day, Forecasted, days_to_earn
from sellervitals.forecasting.question import Lacking
from sellervitals.forecasting.sentences import assumptions
from sellervitals.foresight.outlook import Range, Why
from sellervitals.fragments import applied_limit, window_of

FAR = date.max


def encode_forecast(found: Forecast, revision: str) -> bytes:
    """Encode the answer."""
    outset = found.outset
    return orjson.dumps(
        {
            "account": {
                "marketplace": outset.marketplace,
                "site": outset.site,
                "seller_id": outset.seller_id,
            },
            "as_of": outset.day,
            "horizon_days": found.days,
            "breached": any(breached(each) for each in found.lines),
            "metrics": [_line(each) for each in sorted(found.lines, key=_urgency)],
            "projections": [_projected(each) for each in found.projected],
            "calendar": [_entry(each) for each in found.calendar],
            "unknown": [_lacking(each) for each in found.lacking],
            "warnings": [each._asdict() for each in found.notices],
            "engine": __version__,
            "policy_revision": revision,
        }
    )


def breached(line: Forecasted) -> bool:
    """Say whether a line breaks as expected within the horizon, or is broken and not back as expected.

    One that can only warn, being disputed or suggested, breaches nothing.
    """
    if not any(each.outcome is Outcome.FAIL for each in line.path):
        return False
    if line.breach.expected.why is Why.ALREADY:
        return line.recovery.expected.day is None or line.relapse is not None
    return line.breach.expected.day is not None


def _urgency(line: Forecasted) -> tuple[date, date, str, str]:
    """Broken lines first, then those that break soonest."""
    broken = line.breach.expected.why is Why.ALREADY
    first = line.path[0].step.day if broken else line.breach.expected.day or FAR
    soonest = line.breach.earliest.day or (first if broken else FAR)
    return first, soonest, line.subject.rule.id, line.subject.segment or ""


def _line(line: Forecasted) -> dict[str, Any]:
    rule, metric = line.subject.rule, line.subject.metric
    measured = line.subject.measured
    top, bottom = measured.numerator, measured.denominator
    if top is None and line.today is not None:
        top, bottom = in_its_terms(metric, line.today)
    inflow = line.inflow
    return {
        "rule": rule.id,
        "metric": metric.id,
        "segment": line.subject.segment,
        "title": rule.title,
        "unit": metric.unit,
        "better": metric.better,
        "basis": line.basis,
        "value": None if line.value is None else number(line.value),
        "display": None if line.value is None else display(line.value, metric.unit),
        "numerator": top,
        "denominator": bottom,
        "window": window_of(line.window),
        "lag_days": line.reporting.lag,
        "limits": [
            {"since": each.since, "limit": None if each.limit is None else applied_limit(each.limit, rule)}
            for each in line.lines
        ],
        "inflow": {
            "origin": "given" if line.given else "mean",
            **{
                name: _amount(inflow.a_day(count))
                for name, count in (
                    ("low", inflow.low),
                    ("expected", inflow.expected),
                    ("high", inflow.high),
                )
            },
            "total": _amount(inflow.a_day(inflow.total)) if metric.unit is Unit.RATIO else None,
        },
        "breach": _range(line.breach),
        "recovery": _range(line.recovery),
        "relapse": line.relapse,
        "clean_needed": None if line.room is None else line.room.clean_needed,
        "clean_days": days_to_earn(line),
        "assumptions": assumptions(line),
        "days": [_day(each, metric, line) for each in line.path],
    }


def _day(each: Day, metric: Metric, line: Forecasted) -> dict[str, Any]:
    step = each.step
    top, bottom = (None, None) if step.known is None else in_its_terms(metric, step.known)
    return {
        "day": step.day,
        "window": window_of(step.window),
        "known_days": step.known_days,
        "assumed_days": line.reporting.length - step.known_days,
        "numerator": top,
        "denominator": bottom,
        "value": None
        if each.values is None
        else dict(zip(("low", "expected", "high"), map(number, each.values), strict=True)),
        "outcome": each.outcome,
    }


def _range(found: Range) -> dict[str, Any]:
    days = {name: end.day for name, end in found._asdict().items()}
    return {**days, "why": {name: end.why for name, end in found._asdict().items()}}


def _amount(count: Fraction) -> str:
    return str(Rate(count.numerator, count.denominator))


def _projected(each: Projected) -> dict[str, Any]:
    it = each.projection
    return {
        "rule": each.rule.id,
        "metric": each.metric.id,
        "segment": each.segment,
        "name": it.name,
        "day": it.day,
        "value": number(it.value),
        "display": display(it.value, each.metric.unit),
        "basis": it.basis,
        "text": it.says,
    }


def _entry(each: Entry) -> dict[str, Any]:
    unit = Unit.COUNT if isinstance(each.value, Decimal) else Unit.RATIO
    return {
        "date": each.day,
        "kind": each.kind,
        "rule": each.rule.id,
        "segment": each.segment,
        "name": each.name,
        "value": None if each.value is None else number(each.value),
        "display": None if each.value is None else display(each.value, unit),
        "outcome": each.outcome,
        "resets_to": None if each.resets_to is None else number(each.resets_to),
        "text": each.says,
    }


def _lacking(each: Lacking) -> dict[str, Any]:
    return {
        "rule": each.rule.id,
        "metric": each.metric.id,
        "segment": each.segment,
        "reason": each.reason,
        "message": each.message,
    }
