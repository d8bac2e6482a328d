"""What a forecast assumes, in sentences."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from sellervitals.domain.measurement import Better, Metric, Unit, Window
from sellervitals.domain.rate import Rate
from sellervitals.forecasting.course import Basis
from sellervitals.forecasting.line import Forecasted

MOST_GAPS = 5
"""Runs of unknown days that are told by name."""
_OLD_REPORT = 7
"""Days beyond the usual lag from which on a report may simply be old."""


def assumptions(line: Forecasted) -> list[str]:
    """Write down everything that the days to come are worked out of and nobody knows for sure."""
    return [*_window(line), *_inflow(line), *_leaving(line), *_unknown(line), *_limits(line)]


def _window(line: Forecasted) -> Iterator[str]:
    length, lag = line.reporting
    when = "on the day itself" if not lag else f"{_days(lag)} before it"
    yield f"The window reported on a day has {_days(length)} and ends {when}."
    if not line.subject.metric.rolling:
        yield "That the window moves on by a day each day is assumed: no description of it says so."
    reported = line.subject.measured.window
    if line.subject.reported is not None and (reported is None or reported.days is None):
        period = line.subject.measured.period
        own = f"{period}, and not which ones" if period else "no days: the marketplace's own window was taken"
        yield f"The report names {own}."
    usual = line.subject.metric.lag_days
    if lag > usual + _OLD_REPORT and line.subject.reported is not None:
        yield (
            f"That it ends {_days(lag)} before is read off the report and the day of the question; usual are"
            f" {_days(usual)}. If the report is older, name its day in as_of."
        )


def _inflow(line: Forecasted) -> Iterator[str]:
    inflow, metric = line.inflow, line.subject.metric
    what = _bad(metric)
    among = f" among {_amount(inflow.a_day(inflow.total))} {metric.denominator}" if inflow.total else ""
    expected = _amount(inflow.a_day(inflow.expected))
    if line.given:
        yield f"Each unknown day brings {expected} {what}{among}, as whoever asks expects."
        return
    yield (
        f"Each unknown day brings {expected} {what}{among}: the mean of {_span(line.inflow_from)}. Low and"
        f" high are the ends of the 80 % {_interval(metric)} interval of what was counted there,"
        f" {_amount(inflow.a_day(inflow.low))} and {_amount(inflow.a_day(inflow.high))} a day"
        + (f"; {metric.denominator} a day stay at their mean." if inflow.total else ".")
    )


def _leaving(line: Forecasted) -> Iterator[str]:
    metric, counted = line.subject.metric, line.subject.counted
    if line.basis is Basis.BOUNDS:
        if metric.unit is Unit.COUNT:
            yield (
                "Nobody told the days of what was counted: at the earliest all of it leaves on the next day,"
                " at the latest on the last; expected is that it leaves evenly."
            )
        else:
            yield (
                f"Nobody told the days of what was counted: {metric.denominator} are taken to lie evenly in"
                f" the window. At the earliest {_bad(metric)} leave first, at the latest last, and evenly as"
                " expected."
            )
        if line.unused:
            yield line.unused
        return
    if counted is None or line.window.end is None:
        return
    if counted.last > line.window.end:
        yield (
            f"The days after {line.window.end} are not in today's window yet and count as they were given;"
            " bad news about them that comes later comes on top."
        )


def _unknown(line: Forecasted) -> Iterator[str]:
    if not line.gaps:
        return
    listed = ", ".join(_span(each) for each in line.gaps[:MOST_GAPS])
    more = len(line.gaps) - MOST_GAPS
    yield (
        f"Unknown are {listed}{f' and {more} more' if more > 0 else ''}: not zero, but taken by the same"
        " inflow as the days to come."
    )


def _limits(line: Forecasted) -> Iterator[str]:
    parts = {
        each.limit.allowed_part for each in line.lines if each.limit is not None and each.limit.allowed_part
    }
    for part in sorted(parts):
        bad = _bad(line.subject.metric)
        yield f"How many {part} are behind days to come is not known; all {bad} are counted."
    small = {each.limit.minimum_sample for each in line.lines if each.limit is not None} - {0}
    for least in sorted(small):
        among = line.subject.metric.denominator
        yield f"Under {least:,} {among} the limit is not enforced, so nothing breaks it."


def _bad(metric: Metric) -> str:
    return (
        metric.numerator
        if metric.better is Better.LOWER
        else f"{metric.denominator} that are not {metric.numerator}"
    )


def _interval(metric: Metric) -> str:
    return "Wilson" if metric.unit is Unit.RATIO else "Poisson"


def _span(window: Window | None) -> str:
    if window is None:
        return "the last window"
    return f"{window.start}" if window.start == window.end else f"{window.start} to {window.end}"


def _days(number: int) -> str:
    return "1 day" if number == 1 else f"{number:,} days"


def _amount(count: Fraction) -> str:
    rounded = round(count, 4)
    return str(Rate(rounded.numerator, rounded.denominator))
