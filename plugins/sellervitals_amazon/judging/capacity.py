"""How FBA capacity is judged: by the limit that the caller gives, with what an overage would cost."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from sellervitals import plugin as sdk
from sellervitals_amazon.rates import overage

LIMIT = "capacity_limit"


def usage(case: sdk.Case) -> sdk.Verdict:
    """Hold a storage type's volume against its own limit; without one there is nothing to hold it against."""
    line = _limit(case)
    if case.measurement is None or not isinstance(case.value, Decimal) or line is None:
        message = f"{case.subject}: no capacity limit was given for it; send it as {LIMIT}, same segment."
        return sdk.Verdict(sdk.Outcome.NO_DATA, message)
    given = sdk.limit("2018-07-01", must_be="at_most", fail=line, source="capacity-limits")
    verdict = sdk.compare(case._replace(limit=given))
    if verdict.outcome is not sdk.Outcome.FAIL:
        left = sdk.display(line - case.value, sdk.Unit.CUBIC_FEET)
        return verdict._replace(message=f"{verdict.message} That leaves {left}.")
    spans = list(_month(case, case.measurement, line))
    cost = overage.fee(overage.average_excess(spans), case.day, case.site)
    if cost is None:
        return verdict
    days = sum(days for _, days in spans)
    seen = "if the whole month is like this day" if days == 1 else f"by the {days} days of it that are known"
    return verdict._replace(estimates=(cost._replace(says=f"This month, {seen}: {cost.says}"),))


def over(case: sdk.Case) -> sdk.Verdict:
    """Compare a month's average excess with nothing, and say what it costs where the rate is known."""
    verdict = sdk.compare(case)
    if not verdict.outcome.open or not isinstance(case.value, Decimal):
        return verdict
    cost = overage.fee(case.value, case.day, case.site)
    return verdict if cost is None else verdict._replace(estimates=(cost,))


def _limit(case: sdk.Case) -> Decimal | None:
    segment = None if case.measurement is None else case.measurement.segment
    for each in case.others.get(LIMIT, ()):
        if each.segment == segment and isinstance(each.value, Decimal):
            return each.value
    return None


def _month(case: sdk.Case, now: sdk.Measurement, line: Decimal) -> Iterator[tuple[Decimal, int]]:
    """Give the excess of the month's known days and their number; a value without days counts as one."""
    month = _first(now.window and now.window.end)
    for each in (*case.history.get("capacity_usage", ()), now):
        days, value = each.window, each.value
        same = each is now or (
            each.segment == now.segment
            and days is not None
            and month is not None
            and _first(days.start) == month
        )
        if same and isinstance(value, Decimal):
            yield max(value - line, Decimal(0)), (None if days is None else days.days) or 1


def _first(day: date | None) -> date | None:
    return day and day.replace(day=1)
