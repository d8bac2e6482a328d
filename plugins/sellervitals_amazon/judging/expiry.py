"""When Amazon cancels an order by itself that is neither shipped nor confirmed, and how they are judged."""

from __future__ import annotations

from datetime import date, timedelta

from sellervitals import plugin as sdk

SHORTENED = date(2020, 9, 30)
"""The day from which Amazon waits only for business days."""

DAYS_BEFORE = 30
"""Calendar days after the ship-by date, until the day before."""

BUSINESS_DAYS = 7
"""Business days after the ship-by date, since then."""

_WORKING_WEEK = 5  # Monday to Friday; holidays are not known, and without them the day never comes too late

FIGURES = (
    sdk.figure(
        "2015-01-01",
        name="days-to-cancellation",
        value=str(DAYS_BEFORE),
        unit="days after the ship-by date",
        until="2020-09-29",
        source="expired-orders",
        note="Its first day is not published.",
    ),
    sdk.figure(
        SHORTENED.isoformat(),
        name="business-days-to-cancellation",
        value=str(BUSINESS_DAYS),
        unit="business days after the ship-by date",
        source="expired-orders",
    ),
    sdk.figure(
        "2024-09-16",
        name="business-days-to-cancellation-by-one-source",
        value="3",
        unit="business days after the ship-by date",
        source="expired-orders-three-days",
        trust="disputed",
        note="One source, without naming the store; it is not used.",
    ),
)
"""The same as data, with the one source that says otherwise."""


def auto_cancel_day(ship_by: date) -> date:
    """Give the day on which Amazon cancels an order that was to be shipped by ``ship_by``.

    Orders that were open when the time was shortened are read as cancelled on that day at the earliest.
    """
    before = ship_by + timedelta(days=DAYS_BEFORE)
    if before < SHORTENED:
        return before
    return max(SHORTENED, _business_days_after(ship_by, BUSINESS_DAYS))


def judge(case: sdk.Case) -> sdk.Verdict:
    """Compare the count; where the oldest ship-by date is known, say when Amazon cancels that order."""
    verdict = sdk.compare(case)
    window = case.measurement.window if case.measurement else None
    if not verdict.outcome.open or window is None or window.start is None:
        return verdict
    day = auto_cancel_day(window.start)
    oldest = f"the oldest order, to be shipped by {window.start}"
    if day < case.day:
        return verdict._replace(message=f"{verdict.message} Amazon's time for {oldest}, ended on {day}.")
    doubt = " One source speaks of three business days since September 2024, so do not wait for it."
    says = f"Amazon cancels {oldest}, on this day unless it is confirmed as shipped.{doubt}"
    return verdict._replace(deadlines=(sdk.Deadline(day, sdk.DeadlineKind.ACTION, says),))


def _business_days_after(start: date, days: int) -> date:
    day = start
    while days:
        day += timedelta(days=1)
        days -= day.weekday() < _WORKING_WEEK
    return day
