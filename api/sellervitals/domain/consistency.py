"""Contradictions inside what was reported; found here, never resolved silently."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from sellervitals.domain.finding import Evidence, Outcome, Verdict
from sellervitals.domain.measurement import Measurement, Metric, Value
from sellervitals.domain.rate import Rate
from sellervitals.domain.wording import display, subject, wanted

if TYPE_CHECKING:
    from sellervitals.domain.rule import Case


class Kind(StrEnum):
    """What can be at odds."""

    IMPOSSIBLE_COUNTS = "impossible-counts"
    RATE_AGAINST_COUNTS = "rate-against-counts"
    UNIT = "unit"
    PARTS_ABOVE_TOTAL = "parts-above-total"
    REVERSED_WINDOW = "reversed-window"
    STATUS_AGAINST_TARGET = "status-against-target"


class Contradiction(NamedTuple):
    """One pair of statements that cannot both be true."""

    kind: Kind
    measurement: Measurement
    message: str


def off_by_hundred(value: Rate, counted: Rate) -> bool:
    """Say whether two rates differ by a factor of about 100 (95 to 105), the mark of a mistaken unit."""
    if not value.numerator or not counted.numerator:
        return False
    big, small = max(value, counted), min(value, counted)
    left = big.numerator * small.denominator
    right = small.numerator * big.denominator
    return 95 * right <= left <= 105 * right


def contradictions(measurement: Measurement, metric: Metric) -> list[Contradiction]:
    """Find what contradicts itself inside one measurement.

    Impossible counts (more bad or good events than all) are reported instead of their disagreement with
    the rate.
    """
    found: list[tuple[Kind, str]] = []
    name = subject(metric.title, measurement.segment)
    top, bottom = measurement.numerator, measurement.denominator
    value = measurement.value
    if metric.impossible(measurement):
        found.append(
            (
                Kind.IMPOSSIBLE_COUNTS,
                f"{name}: {top:,} {metric.numerator} exceed all {bottom:,} {metric.denominator}.",
            )
        )
    elif isinstance(value, Rate) and not measurement.counts_agree and (counted := measurement.counted):
        unit = off_by_hundred(value, counted)
        found.append(
            (
                Kind.UNIT if unit else Kind.RATE_AGAINST_COUNTS,
                f"{name}: the report states {value.display()}, but {top:,} {metric.numerator} of"
                f" {bottom:,} {metric.denominator} are {counted.display()}"
                + (" (a factor of about 100: one of them is in another unit)." if unit else "."),
            )
        )
    if measurement.parts:
        found.extend(_parts(measurement, metric))
    window = measurement.window
    if window is not None and window.start and window.end and window.end < window.start:
        message = f"{name}: the window runs backwards, from {window.start} to {window.end}."
        found.append((Kind.REVERSED_WINDOW, message))
    if measurement.target is not None and measurement.good is not None:
        status = _status(measurement, metric)
        if status:
            found.append((Kind.STATUS_AGAINST_TARGET, status))
    return [Contradiction(kind, measurement, message) for kind, message in found]


def _parts(measurement: Measurement, metric: Metric) -> list[tuple[Kind, str]]:
    total = measurement.total(metric)
    if total is None:
        return []
    name = subject(metric.title, measurement.segment)
    above = [
        f"{name}: {count:,} {part} exceed all {total:,} {metric.numerator}."
        for part, count in measurement.parts.items()
        if count > total
    ]
    whole = sum(measurement.parts.values())
    if not above and measurement.exclusive and whole > total:
        parts = " and ".join(f"{count:,} {part}" for part, count in measurement.parts.items())
        above = [f"{name}: {parts} exceed all {total:,} {metric.numerator}."]
    return [(Kind.PARTS_ABOVE_TOTAL, message) for message in above]


def _status(measurement: Measurement, metric: Metric) -> str | None:
    """Compare the marketplace's own verdict with its own target; the target decides."""
    value: Value | None = metric.decisive(measurement)
    target, good = measurement.target, measurement.good
    if target is None or good is None or not isinstance(value, Rate | Decimal):
        return None
    if type(value) is not type(target.value) or target.comparator.holds(value, target.value) == good:
        return None
    return (
        f"{subject(metric.title, measurement.segment)}: the report says {measurement.verdict}, but"
        f" {display(value, metric.unit)} {'misses' if good else 'meets'} its own target:"
        f" {wanted(target.comparator, target.value, metric.unit)}."
    )


def consistency(metrics: Iterable[Metric]) -> Callable[[Case], list[Verdict]]:
    """Make the judgement of a rule that reads all metrics and says what contradicts itself.

    It gives one warning per measurement and kind of contradiction, and a single pass where there is none.
    """
    by_id = {metric.id: metric for metric in metrics}

    def judge(case: Case) -> list[Verdict]:
        found: dict[str, list[Contradiction]] = {}
        for ident, measurements in case.others.items():
            for measurement in measurements:
                for each in contradictions(measurement, by_id[ident]):
                    name = ":".join(filter(None, (ident, measurement.segment, each.kind)))
                    found.setdefault(name, []).append(each)
        warnings = [_warning(name, each) for name, each in found.items()]
        return warnings or [Verdict(Outcome.PASS, "Nothing that was reported contradicts itself.")]

    return judge


def _warning(name: str, found: list[Contradiction]) -> Verdict:
    where = found[0].measurement
    return Verdict(
        Outcome.WARN,
        " ".join(each.message for each in found),
        segment=name,
        evidence=(Evidence(where.document, where.pointer),) if where.document else (),
    )
