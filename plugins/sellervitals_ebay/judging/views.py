"""Listing views, without a standard: whole weeks beside as many before, for weekdays differ."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal

from sellervitals import plugin as sdk
from sellervitals_ebay.judging.chance import ERRORS, LEAST_DROP, OURS

WEEK = 7


def judge(case: sdk.Case) -> sdk.Verdict:
    """Warn where the newer weeks have clearly fewer views than as many weeks before."""
    if case.metric is None or not isinstance(case.value, Decimal):
        return sdk.Verdict(sdk.Outcome.NO_DATA, f"{case.subject}: no value, so there is nothing to judge.")
    days = _days(case)
    whole = WEEK * (len(days) // (2 * WEEK))
    says = f"{case.subject}: {sdk.display(case.value, case.metric.unit)}"
    if not whole:
        message = f"{says}. eBay sets no standard, and two whole weeks of days are needed to compare."
        return sdk.Verdict(sdk.Outcome.NOT_APPLICABLE, message)
    newer, older = sum(days[-whole:]), sum(days[-2 * whole : -whole])
    told = f"{says}; {newer:,} in the last {whole} days, {older:,} in the {whole} before"
    if newer <= older * (1 - LEAST_DROP) and (older - newer) ** 2 > ERRORS**2 * (older + newer):
        return sdk.Verdict(sdk.Outcome.WARN, f"{told}: clearly fewer. {OURS}")
    return sdk.Verdict(sdk.Outcome.PASS, f"{told}: no clear fall. {OURS}")


def _days(case: sdk.Case) -> list[int]:
    """The views of the days up to the newest without a gap, oldest first."""
    segment = None if case.measurement is None else case.measurement.segment
    counts: dict[date, int] = {}
    for each in (each for listed in case.history.values() for each in listed if each.segment == segment):
        start, end = each.window or (None, None)
        if start is not None and start == end and isinstance(each.value, Decimal):
            counts[start] = int(each.value)
    return _unbroken(counts)


def _unbroken(counts: Mapping[date, int]) -> list[int]:
    day = max(counts, default=date.min)
    found = []
    while day in counts:
        found.append(counts[day])
        if day == date.min:
            break
        day -= timedelta(days=1)
    return found[::-1]
