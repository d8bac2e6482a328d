"""Which days Amazon's figures cover, and when a case of a given day leaves them."""

from __future__ import annotations

from datetime import date, timedelta

from sellervitals import plugin as sdk

ARREARS = {"invoice_defect_rate": (13, 7), "unit_on_time_delivery_rate": (20, 7)}
"""Days before today on which the newest window begins and ends, by metric.

That of unit deliveries ends seven days ago as Amazon describes it; the exact day is a reading, so the range
inside a document always decides.
"""


def newest_window(metric: str, day: date) -> tuple[date, date]:
    """First and last day that a report requested on ``day`` can show; KeyError where it is not published."""
    first, last = (timedelta(days=min(each, (day - date.min).days)) for each in ARREARS[metric])
    return day - first, day - last


def days_until_out(window: sdk.Window, day: date) -> int | None:
    """Days until a rolling window leaves behind a case of a day inside it; None without a start.

    The last window that counts it starts on its own day.
    """
    return None if window.start is None else (day - window.start).days + 1
