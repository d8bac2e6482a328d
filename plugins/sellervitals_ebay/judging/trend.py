"""Traffic, without a standard: the newer half of a period beside the older, or listings beside each other."""

from __future__ import annotations

from collections.abc import Iterable

from sellervitals import plugin as sdk
from sellervitals_ebay.judging.chance import OURS, clearly_lower


def judge(case: sdk.Case) -> sdk.Verdict:
    """Warn where a rate clearly fell, or where single listings are clearly weaker; else say how it stands."""
    measurement, metric = case.measurement, case.metric
    if measurement is None or metric is None or not isinstance(case.value, sdk.Rate):
        return sdk.Verdict(sdk.Outcome.NO_DATA, f"{case.subject}: no value, so there is nothing to judge.")
    says = f"{case.subject} is {case.value.display()}"
    periods = _periods(case.history.get(metric.id, ()), measurement)
    if len(periods) > 1:
        return _halves(says, metric, periods)
    weaker = measurement.breakdown
    if weaker is None:
        message = f"{says}. eBay sets no standard, and there is no earlier period to compare with."
        return sdk.Verdict(sdk.Outcome.NOT_APPLICABLE, message)
    if weaker.total:
        names = ", ".join(each.id for each in weaker.items[:3])
        message = (
            f"{says}; {weaker.total:,} of the listings have clearly less than the others: {names}. {OURS}"
        )
        return sdk.Verdict(sdk.Outcome.WARN, message)
    return sdk.Verdict(sdk.Outcome.PASS, f"{says}; no listing has clearly less than the others. {OURS}")


def _periods(older: Iterable[sdk.Measurement], latest: sdk.Measurement) -> list[sdk.Measurement]:
    """The periods with counts, oldest first and each day once; a total that spans them is none of them."""
    mine = [each for each in older if each.segment == latest.segment]
    if all(_start(each) < _start(latest) for each in mine):
        mine.append(latest)
    counted = {_start(each): each for each in mine if each.counted is not None and _start(each)}
    return [counted[start] for start in sorted(counted)]


def _start(measurement: sdk.Measurement) -> int:
    """The first day of its window, as a number; 0 where it has none."""
    window = measurement.window
    return 0 if window is None or window.start is None else window.start.toordinal()


def _halves(says: str, metric: sdk.Metric, periods: list[sdk.Measurement]) -> sdk.Verdict:
    half = len(periods) // 2
    before, after = _sum(periods[:half]), _sum(periods[-half:])
    was, now = sdk.Rate(*before), sdk.Rate(*after)
    told = (
        f"{says}; the newer half has {now.display()} ({after[0]:,} of {after[1]:,} {metric.denominator}),"
        f" the older half {was.display()} ({before[0]:,} of {before[1]:,})"
    )
    if clearly_lower(*after, *before):
        return sdk.Verdict(sdk.Outcome.WARN, f"{told}: clearly less. {OURS}")
    return sdk.Verdict(sdk.Outcome.PASS, f"{told}: no clear fall. {OURS}")


def _sum(periods: Iterable[sdk.Measurement]) -> tuple[int, int]:
    """All events of some periods, and all they are counted among."""
    counts = [(each.numerator or 0, each.denominator or 0) for each in periods]
    return sum(top for top, _ in counts), sum(bottom for _, bottom in counts)
