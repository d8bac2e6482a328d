"""Each comparison of a verdict in exact numbers, and the way that led from them to its outcome."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from sellervitals.domain.finding import Finding
from sellervitals.domain.limit import Bound, Limit
from sellervitals.domain.measurement import Comparator, Value
from sellervitals.domain.rate import Rate, plain

_SAYS = {
    Comparator.BELOW: "is below",
    Comparator.AT_MOST: "is at most",
    Comparator.AT_LEAST: "is at least",
    Comparator.ABOVE: "is above",
}


def exact(value: Value) -> str:
    """Write a value without rounding: a rate as a fraction."""
    if isinstance(value, Rate):
        return f"{value.numerator}/{value.denominator}"
    return plain(value, places=40) if isinstance(value, Decimal) else value


def comparisons(finding: Finding) -> list[dict[str, Any]]:
    """Compare the deciding value with every line of the limit that was chosen."""
    value, limit, measurement = finding.value, finding.limit, finding.measurement
    if limit is None or measurement is None or not isinstance(value, Rate | Decimal):
        return []
    found = []
    lines = (("fail", limit.fail, limit.must_be), ("warn", limit.warn, limit.warn_must_be))
    for name, line, must_be in lines:
        if line is not None and type(line) is type(value):
            found.append(_compared(name, value, line, must_be))
    bad = limit.bad(measurement) if limit.counts else None
    for name, most in (("allowed", limit.allowed), ("warn_allowed", limit.warn_allowed)):
        if most is not None:
            found.append(_counted(name, bad, most))
    return found


def _compared(name: str, value: Bound, line: Bound, must_be: Comparator) -> dict[str, Any]:
    holds = must_be.holds(value, line)
    said = _SAYS[must_be] if holds else _SAYS[must_be].replace("is", "is not", 1)
    left, right = exact(value), exact(line)
    how = f"{left} {said} {right}"
    if isinstance(value, Rate) and isinstance(line, Rate):
        one, other = value.numerator * line.denominator, line.numerator * value.denominator
        how += (
            f": {value.numerator} x {line.denominator} = {one} {said}"
            f" {line.numerator} x {value.denominator} = {other}"
        )
    return {"line": name, "comparator": must_be, "value": left, "bound": right, "holds": holds, "text": how}


def _counted(name: str, bad: int | None, most: int) -> dict[str, Any]:
    """Compare the number of events with the one that is allowed; None where nobody knows how many."""
    holds = None if bad is None else bad <= most
    how = f"how many there are is unknown, allowed are {most}"
    if bad is not None:
        how = f"{bad} {'is' if holds else 'is not'} at most {most}"
    value = None if bad is None else str(bad)
    return {
        "line": name,
        "comparator": Comparator.AT_MOST,
        "value": value,
        "bound": str(most),
        "holds": holds,
        "text": how,
    }


def branch(finding: Finding) -> list[str]:
    """Say step by step which way the verdict took."""
    rule, limit, measurement = finding.rule, finding.limit, finding.measurement
    steps = []
    if rule.evaluate is not None:
        code = f"{rule.evaluate.__module__}.{rule.evaluate.__qualname__}"
        steps.append(f"the rule decides by code of its own, {code}; what stands below is what it was given")
    if measurement is not None and measurement.exempt_until is not None:
        steps.append(f"the marketplace does not enforce its target until {measurement.exempt_until}")
    if finding.shared:
        steps.append("nothing was reported that it could judge")
    elif finding.value is None and measurement is not None:
        steps.append("there is no value that decides")
    elif isinstance(finding.value, str) and rule.words:
        steps.append("the marketplace's own word is looked up in the words of the rule")
    elif limit is None and measurement is not None:
        steps.append("no limit is known")
    elif limit is not None and measurement is not None:
        steps.extend(_by_limit(finding, limit))
    steps.append(f"outcome {finding.outcome.value}")
    return steps


def _by_limit(finding: Finding, limit: Limit) -> list[str]:
    value, measurement = finding.value, finding.measurement
    if measurement is None or not isinstance(value, Rate | Decimal):
        return ["the value is not one that a limit could be held against"]
    bad = limit.bad(measurement) if limit.counts else None
    if limit.met(value, bad):
        clear = limit.clear(value, bad)
        return ["the limit holds", f"{'clear' if clear else 'not clear'} of the warning level"]
    steps = ["the limit is broken"]
    if not limit.trust.can_fail:
        steps.append(f"its trust is {limit.trust.value}, so only a warning")
    sample = measurement.denominator
    if limit.minimum_sample and sample is not None and sample < limit.minimum_sample:
        steps.append(
            f"{sample} is under the {limit.minimum_sample} from which it is enforced: only a warning"
        )
    if limit.allowed is not None and bad is None:
        steps.append("some events are allowed, and how many there are is unknown: only a warning")
    return steps
