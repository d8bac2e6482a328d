"""Shopee's own count of missed targets beside ours; how its rating follows from it is not published."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from sellervitals import plugin as sdk
from sellervitals_shopee.codes.performance import KNOWN, TOP

_GROUP = {(known.metric, known.segment): known.group for known in KNOWN.values()}
READS = tuple(dict.fromkeys(known.metric for known in KNOWN.values()))


def judge(case: sdk.Case) -> sdk.Verdict:
    """Warn where Shopee counts another number of missed targets in a group than its own list shows."""
    group = None if case.measurement is None else case.measurement.segment
    theirs = case.value
    held = [_missed(each) for each in _targets(case, group)]
    if not isinstance(theirs, Decimal) or not held:
        message = f"{case.subject}: Shopee counts them, and no target was reported to compare with."
        return sdk.Verdict(sdk.Outcome.NO_DATA, message)
    ours = [name for name in held if name]
    listed = f" ({', '.join(ours)})" if ours else ""
    says = f"{case.subject}: Shopee counts {theirs}, its list of metrics shows {len(ours)}{listed}"
    if theirs == len(ours):
        return sdk.Verdict(sdk.Outcome.PASS, f"{says}.")
    message = f"{says}; metrics that are not known here, or not shown, may explain the difference."
    return sdk.Verdict(sdk.Outcome.WARN, message)


def _targets(case: sdk.Case, group: str | None) -> Iterator[sdk.Measurement]:
    """The metrics of a group that have a target, those alone that are part of no other."""
    for several in case.others.values():
        for each in several:
            place = (each.metric, each.segment)
            if each.target is not None and place in TOP and _GROUP[place] == group:
                yield each


def _missed(measurement: sdk.Measurement) -> str:
    """The name of a metric that misses its target; empty where it does not, or nobody knows."""
    value, target = measurement.value, measurement.target
    if target is None or value is None or measurement.exempt_until is not None:
        return ""
    if type(value) is not type(target.value) or target.comparator.holds(value, target.value):
        return ""
    return measurement.metric.replace("_", " ")
