"""Sentences about values and limits; every number carries its unit."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from sellervitals.domain.limit import Bound, Limit, Origin
from sellervitals.domain.measurement import Better, Comparator, Measurement, Metric, Unit, Value
from sellervitals.domain.rate import Rate, plain
from sellervitals.domain.standing import Trust

_PHRASES = {
    Comparator.BELOW: "below",
    Comparator.AT_MOST: "at most",
    Comparator.AT_LEAST: "at least",
    Comparator.ABOVE: "above",
}

_SINGULAR = {Unit.CUBIC_FEET: "cubic foot", Unit.USD: "USD"}


def display(value: Value, unit: Unit) -> str:
    """Write a value for people: ``0.9 %``, ``310 points``, ``AT_RISK``."""
    if isinstance(value, Rate):
        return value.display()
    if isinstance(value, Decimal):
        number = plain(value)
        if unit is Unit.COUNT and value == value.to_integral_value():
            return f"{int(value):,}"
        if unit is Unit.COUNT or unit is Unit.STATE:
            return number
        return f"{number} {_singular(unit) if number == '1' else unit.words}"
    return value


def _singular(unit: Unit) -> str:
    return _SINGULAR.get(unit) or unit.words.removesuffix("s")


@lru_cache(maxsize=4096)
def demand(limit: Limit, unit: Unit) -> str:
    """Write what a limit asks for: ``below 1 %``."""
    line = limit.fail if limit.fail is not None else limit.warn
    return "" if line is None else wanted(limit.must_be, line, unit)


def coming(limit: Limit, value: Value | None, unit: Unit) -> str:
    """Write which line of a coming limit a value breaks: ``the warning level is then 95 %``."""
    if limit.fail is None:
        return f"the warning level is then {demand(limit, unit)}"
    if (
        limit.warn is not None
        and isinstance(value, Rate | Decimal)
        and limit.must_be.holds(value, limit.fail)
    ):
        return f"the warning level is then {display(limit.warn, unit)}"
    return f"{_whose(limit)} is then {demand(limit, unit)}"


def _whose(limit: Limit) -> str:
    """Name a line; one on which nothing can fail is no limit."""
    if limit.trust is Trust.OWN:
        return "your own limit"
    if limit.origin in {Origin.DOCUMENT, Origin.CALLER}:
        return "the target in the document" if limit.origin is Origin.DOCUMENT else "the target you gave"
    return "the limit" if limit.trust.can_fail else f"the {limit.trust.value} level"


def wanted(must_be: Comparator, line: Bound, unit: Unit) -> str:
    """Write what a value must be: ``at least 95 %``."""
    return f"{_PHRASES[must_be]} {display(line, unit)}"


def subject(title: str, segment: str | None) -> str:
    """Name what is spoken of: ``Late shipment rate (30d)``."""
    return title if segment is None else f"{title} ({segment})"


def counts(measurement: Measurement | None, metric: Metric) -> str:
    """Write the counts behind a rate: `` (late shipments: 12 of 300 orders)``; empty without counts."""
    if measurement is None or metric.unit is not Unit.RATIO:
        return ""
    if measurement.denominator is None:
        return "" if measurement.numerator is None else f" ({metric.numerator}: {measurement.numerator:,})"
    if measurement.numerator is None:
        return f" ({measurement.denominator:,} {metric.denominator})"
    both = (
        f"{metric.numerator}: {measurement.numerator:,} of {measurement.denominator:,} {metric.denominator}"
    )
    return f" ({both})" if measurement.counts_agree else f" as reported, which its counts contradict ({both})"


def _allowed(count: int | None, limit: Limit, metric: Metric) -> str:
    """Write the number of events that is allowed whatever the rate: `` or at most 4 buyers``."""
    if count is None:
        return ""
    bad = metric.numerator if limit.must_be.better is Better.LOWER else f"other {metric.denominator}"
    whose = "" if limit.origin is Origin.TABLE else "by the policy table "  # no target says how many
    return f" or {whose}at most {count:,} {limit.allowed_part.replace('_', ' ') or bad}"


def _bad(limit: Limit, measurement: Measurement | None) -> int | None:
    """Count the events that a limit allows a number of; None where nobody counted them."""
    return None if measurement is None else limit.bad(measurement)


def _not_enforced(limit: Limit, measurement: Measurement | None, metric: Metric) -> str:
    """Say why a value beyond the line only warns; it says nothing of what the marketplace may do."""
    if not limit.trust.can_fail:
        only = "" if limit.origin is Origin.TABLE else f", which is only {limit.trust.value}"
        return f"{only}, so this cannot fail"
    if limit.allowed is not None and _bad(limit, measurement) is None:
        return "; how many there were is not known, so it may still hold"
    return f", not enforced below {limit.minimum_sample:,} {metric.denominator}"


def _over(measurement: Measurement | None) -> str:
    return f" over {measurement.period}" if measurement is not None and measurement.period else ""


def _rebuilt(measurement: Measurement | None) -> str:
    if measurement is None or not measurement.rebuilt_from:
        return ""
    return f", rebuilt from {measurement.rebuilt_from}"


def _beside(limit: Limit, value: Bound, unit: Unit) -> str:
    """Write a value so that it cannot be taken for a line that it only rounds to: ``just under 1 %``."""
    text = display(value, unit)
    line = _lines(limit, unit).get(text)
    if line is None or line == value:
        return text
    return f"just {'under' if Comparator.BELOW.holds(value, line) else 'over'} {text}"


@lru_cache(maxsize=4096)
def _lines(limit: Limit, unit: Unit) -> dict[str, Bound]:
    return {display(line, unit): line for line in (limit.warn, limit.fail) if line is not None}


def explain(
    outcome: str,
    *,
    title: str,
    metric: Metric,
    value: Bound,
    limit: Limit,
    measurement: Measurement | None,
) -> str:
    """Say in one or two sentences what was found and against which line."""
    verb = " is" if metric.unit is Unit.RATIO else ":"
    is_ = f"{title}{verb} {_beside(limit, value, metric.unit)}{counts(measurement, metric)}"
    is_ += _over(measurement) + _rebuilt(measurement)
    asked = demand(limit, metric.unit)
    if limit.fail is None:
        tail = ", so this cannot fail" if outcome == "warn" else ""
        allowed = _allowed(limit.warn_allowed, limit, metric)
        return f"{is_}; the {limit.warn_trust.value} warning level is {asked}{allowed}{tail}."
    whose = _whose(limit)
    asked += _allowed(limit.allowed, limit, metric)
    if outcome == "fail":
        return f"{is_}; {whose} is {asked}."
    if outcome == "warn" and not limit.met(value, _bad(limit, measurement)):
        return f"{is_}; {whose} is {asked}{_not_enforced(limit, measurement, metric)}."
    if outcome == "warn" and limit.warn is not None:
        line = display(limit.warn, metric.unit) + _allowed(limit.warn_allowed, limit, metric)
        where = "at" if value == limit.warn else "past"
        level = "your own" if limit.warn_trust is Trust.OWN else "the"
        return f"{is_}: within {whose} ({asked}), but {where} {level} warning level of {line}."
    return f"{is_}; {whose} is {asked}."
