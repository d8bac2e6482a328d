"""Early signals: the newest period beside the earlier ones, as facts; no limit is known, so nothing fails."""

from __future__ import annotations

from sellervitals import plugin as sdk

LEAST_EARLIER = 3
"""Periods before the newest that a comparison needs; one bad week beside one good one proves nothing."""


def judge(case: sdk.Case) -> sdk.Verdict:
    """Warn when the newest period is worse than every earlier one; without enough of them judge nothing."""
    metric, measurement = case.metric, case.measurement
    if metric is None or measurement is None or case.value is None:
        return sdk.Verdict(sdk.Outcome.NO_DATA, f"{case.subject}: no value, so there is nothing to judge.")
    of = f" of {measurement.denominator:,} {metric.denominator}" if measurement.denominator else ""
    counted = f" ({metric.numerator}: {measurement.numerator:,}{of})" if of and measurement.numerator else ""
    whole = f"{case.subject}: {sdk.display(case.value, metric.unit)}{counted}{_days(measurement)}."
    *earlier, newest = _periods(case.history.get(metric.id, ()), measurement)
    values = [value for each in earlier if (value := metric.decisive(each)) is not None]
    now = metric.decisive(newest)
    if len(values) < LEAST_EARLIER or now is None:
        message = f"{whole} Amazon sets no target, and there are too few earlier periods to compare with."
        return sdk.Verdict(sdk.Outcome.NOT_APPLICABLE, message)
    worst = max(values)
    shown, before = sdk.display(now, metric.unit), sdk.display(worst, metric.unit)
    says = f"{whole} Its newest period{_days(newest)} has {shown}"
    small = newest.denominator is not None and newest.denominator < case.rule.minimum_sample
    if now > worst and not small:  # type: ignore[operator]
        message = f"{says}, more than each of the {len(values)} before it, which had at most {before}."
        return sdk.Verdict(sdk.Outcome.WARN, f"{message} Amazon sets no target, so this cannot fail.")
    few = f", of only {newest.denominator:,} {metric.denominator}" if small else ""
    message = f"{says}{few}; the most in the {len(values)} before it was {before}."
    return sdk.Verdict(sdk.Outcome.PASS, message)


def _periods(older: tuple[sdk.Measurement, ...], latest: sdk.Measurement) -> list[sdk.Measurement]:
    """The dated periods, oldest first; a range that spans the older ones is none of them."""
    mine = sorted((each for each in older if each.segment == latest.segment and _start(each)), key=_start)
    return mine if mine and _start(latest) <= _start(mine[-1]) else [*mine, latest]


def _start(measurement: sdk.Measurement) -> int:
    """The first day of its window, as a number; 0 where it has none."""
    window = measurement.window
    return 0 if window is None or window.start is None else window.start.toordinal()


def _days(measurement: sdk.Measurement) -> str:
    window = measurement.window
    if window is None or window.start is None:
        return ""
    if window.end is None or window.end == window.start:
        return f" from {window.start}" if window.end is None else f" on {window.start}"
    return f" from {window.start} to {window.end}"
