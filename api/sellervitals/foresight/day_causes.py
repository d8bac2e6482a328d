"""Causes that lie in the days that the numbers cover: windows, what a report lags behind, time zones."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta, tzinfo

from sellervitals.domain.measurement import Metric, Window
from sellervitals.foresight.causes import Cause, CauseKind, Explains
from sellervitals.foresight.stated import NAME, Stated


def days(left: Stated, right: Stated) -> Iterator[Cause]:
    """Say how the days of both numbers differ."""
    one, other = left.measurement.window, right.measurement.window
    if one is not None and other is not None and _known(one) and _known(other):
        if one == other:
            yield from _same_days(left, right, one)
        elif one.days is None or other.days is None:
            yield from _backwards(left, right)
        elif one.days == other.days:
            yield from _shifted(left, right, one, other)
        else:
            yield from _unequal(left, right, one, other)
        return
    lengths = [length_of(each) for each in (left, right)]
    if None not in lengths and lengths[0] != lengths[1]:
        message = f"The left number covers {lengths[0]:,} days, the right one {lengths[1]:,}."
        yield Cause(CauseKind.WINDOW, Explains.PART, message, certain=True)
        return
    periods = [_period(each) for each in (left, right)]
    if "" not in periods and periods[0] != periods[1]:
        message = f"The left number covers {periods[0]}, the right one {periods[1]}."
        yield Cause(CauseKind.WINDOW, Explains.PART, message, certain=True)
        return
    yield from _one_window(left, right)


def windows_by_name(metric: Metric) -> bool:
    """Whether the segments of a metric name windows, such as ``10d`` and ``30d``."""
    return any(each in metric.segment_days for each in metric.segments)


def length_of(each: Stated) -> int | None:
    """The days that a number covers: by its window, its period, or the name of its segment."""
    return each.measurement.days or each.metric.segment_days.get(each.measurement.segment or "")


def _period(each: Stated) -> str:
    length = length_of(each)
    segment = each.measurement.segment if windows_by_name(each.metric) else None
    return f"{length} days" if length else (each.measurement.period or segment or "")[:NAME]


def _known(window: Window) -> bool:
    return window.start is not None and window.end is not None


def _span(window: Window) -> str:
    return f"{window.start} to {window.end}"


def _backwards(left: Stated, right: Stated) -> Iterator[Cause]:
    for each in (left, right):
        window = each.measurement.window
        if window is not None and window.days is None:
            message = (
                f"The {each.name} window runs backwards, {_span(window)}: which days it covers is not known."
            )
            yield Cause(CauseKind.WINDOW, Explains.PART, message)


def _shifted(left: Stated, right: Stated, one: Window, other: Window) -> Iterator[Cause]:
    """Two windows of one length."""
    if one.end is None or other.end is None:
        return
    shift = abs((one.end - other.end).days)
    says = (
        f"Both cover {_days(one.days or 0)}: the left {_span(one)}, the right {_span(other)},"
        f" which is {_days(shift)} {'later' if other.end > one.end else 'earlier'}"
    )
    read, later = left.side.as_of, right.side.as_of
    if read is not None and later is not None and later - read == other.end - one.end:
        message = f"{says}, as are the days they were read, {read} and {later}."
        yield Cause(CauseKind.LAG, Explains.PART, message, certain=True)
    elif shift == 1 and not _same_zone(left, right):
        message = f"{says}: days that begin elsewhere, or the report of the day before or after."
        yield Cause(CauseKind.TIME_ZONE, Explains.PART, message + _offset(left, right, one))
    elif late := _arrears(left if one.end < other.end else right, shift):
        yield Cause(CauseKind.LAG, Explains.PART, f"{says}. {late}", certain=True)
    else:
        yield Cause(CauseKind.WINDOW, Explains.PART, f"{says}.", certain=True)


def _arrears(earlier: Stated, shift: int) -> str:
    """Say that a window ends as long ago as the metric lags behind its report, give or take a day."""
    if earlier.behind > 1 and abs(shift - earlier.behind) <= 1:
        return f"Its document speaks of {_days(earlier.behind)} later too: there this metric lags behind."
    lag = earlier.metric.lag_days
    if lag and abs(shift - lag) <= 1:
        return f"The window of {earlier.metric.title} ends {_days(lag)} before the day of its report."
    return ""


def _unequal(left: Stated, right: Stated, one: Window, other: Window) -> Iterator[Cause]:
    """Two windows of different lengths."""
    message = (
        f"The left number covers {_days(one.days or 0)}, {_span(one)};"
        f" the right one {_days(other.days or 0)}, {_span(other)}"
    )
    if _within(one, other) or _within(other, one):
        inner, outer = (left, right) if _within(one, other) else (right, left)
        rest, possible = _outside(inner, outer)
        explains = Explains.PART if possible else Explains.POSSIBLE
        yield Cause(CauseKind.WINDOW, explains, f"{message}. {rest}".strip(), certain=possible)
        return
    apart = (one.end or date.min) < (other.start or date.max) or (other.end or date.min) < (
        one.start or date.max
    )
    message += ": they have no day in common." if apart else "."
    yield Cause(CauseKind.WINDOW, Explains.PART, message, certain=True)


def _within(inner: Window, outer: Window) -> bool:
    if inner.start is None or outer.start is None or inner.end is None or outer.end is None:
        return False
    return outer.start <= inner.start and inner.end <= outer.end


def _outside(inner: Stated, outer: Stated) -> tuple[str, bool]:
    """Say what lies in the days that only the longer window covers, and whether that can be."""
    small, large = inner.measurement, outer.measurement
    tops, bottoms = (small.numerator, large.numerator), (small.denominator, large.denominator)
    if (
        None in tops
        or None in bottoms
        or not (inner.sound and outer.sound)
        or inner.metric is not outer.metric
    ):
        return "", True
    events = (large.numerator or 0) - (small.numerator or 0)
    base = (large.denominator or 0) - (small.denominator or 0)
    if events < 0 or base < 0 or (inner.metric.bounded and events > base):
        message = (
            f"That alone cannot be it: a window that holds the other counts at least as much, but the"
            f" {outer.name} side counts {outer.tally}, the {inner.name} one {inner.tally}."
        )
        return message, False
    rest = f"{events:,} {inner.metric.numerator} of {base:,} {inner.metric.denominator}"
    return f"Outside of the {inner.name} window lie {rest}.", True


def _same_days(left: Stated, right: Stated, window: Window) -> Iterator[Cause]:
    """The same dates, which may begin at different hours, or have been looked at on different days."""
    offset = _offset(left, right, window)
    if offset:
        message = f"Both cover {_span(window)}, but not the same hours.{offset}"
        yield Cause(CauseKind.TIME_ZONE, Explains.POSSIBLE, message)
    read = (left.side.as_of, right.side.as_of)
    if read[0] is None or read[1] is None or read[0] == read[1]:
        return
    early, late = (left, right) if read[0] < read[1] else (right, left)
    few, many = early.measurement.numerator, late.measurement.numerator
    if few is None or many is None or few >= many:
        return
    if early.measurement.denominator == late.measurement.denominator:
        message = (
            f"Both cover {_span(window)}; {many - few:,} more {left.metric.numerator} were known on"
            f" {late.side.as_of} than on {early.side.as_of}: they are reported after the days they belong to."
        )
        yield Cause(CauseKind.LAG, Explains.PART, message)


def _one_window(left: Stated, right: Stated) -> Iterator[Cause]:
    """Only one side says which days its number covers."""
    lengths = {each.name: _period(each) for each in (left, right)}
    for told, other in ((left, right), (right, left)):
        if windows_by_name(told.metric) and lengths[told.name] and not lengths[other.name]:
            message = (
                f"The {told.name} number covers {lengths[told.name]}; the {other.name} one does not say which"
                f" of {', '.join(told.metric.segments)} it covers."
            )
            yield Cause(CauseKind.WINDOW, Explains.POSSIBLE, message)
    for told, other in ((left, right), (right, left)):
        window, read = told.measurement.window, other.side.as_of
        if window is None or window.end is None or other.measurement.window is not None or read is None:
            continue
        behind = (read - window.end).days
        lag = told.metric.lag_days
        message = (
            f"The {told.name} window ended on {window.end}, {_days(behind)} before {read}, the day of the"
            f" {other.name} number."
        )
        if lag:
            message += f" The window of {told.metric.title} ends {_days(lag)} before the day of its report."
        if behind > lag + 1:
            yield Cause(CauseKind.LAG, Explains.POSSIBLE, message)


def _same_zone(left: Stated, right: Stated) -> bool:
    one, other = left.side.zone, right.side.zone
    return one is not None and other is not None and str(one) == str(other)


def _offset(left: Stated, right: Stated, window: Window) -> str:
    """Say how far apart the days of two named time zones begin; empty where they begin together."""
    one, other = left.side.zone, right.side.zone
    if one is None or other is None or window.start is None:
        return ""
    apart = _begins(window.start, other) - _begins(window.start, one)
    if not apart:
        return ""
    minutes = abs(apart) // timedelta(minutes=1)
    hours = f"{minutes // 60}:{minutes % 60:02d} hours" if minutes % 60 else f"{minutes // 60} hours"
    when = "after" if apart > timedelta(0) else "before"
    return f" {window.start} begins in {other} {hours} {when} it does in {one}."


def _begins(day: date, zone: tzinfo) -> timedelta:
    """When a day begins, as the time since its midnight in UTC."""
    offset = datetime.combine(day, time(), zone).utcoffset()
    return -(offset or timedelta(0))


def _days(count: int) -> str:
    return "1 day" if count == 1 else f"{count:,} days"
