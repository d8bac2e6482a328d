"""When what is counted stops counting: Amazon's windows roll by a day each day."""

from __future__ import annotations

from datetime import timedelta

from sellervitals import plugin as sdk


def leaves(case: sdk.Case, *, lag: str = "") -> tuple[sdk.Deadline, ...]:
    """Give the day by which all that is counted has left the window; empty where its end was not stated.

    An event of the window's last day is counted for as many days as the metric's window is long. ``lag`` is a
    further sentence on when Amazon shows it.
    """
    window = case.measurement.window if case.measurement else None
    length = case.metric.window_days if case.metric else None
    if length is None or window is None or window.end is None or (window.start or window.end) > window.end:
        return ()
    day = window.end + timedelta(days=length)
    says = (
        f"{case.subject}: what was counted up to {window.end} has left Amazon's window of {length} days by"
        f" {day}; until then it counts, and whatever is new counts longer."
    )
    return (sdk.Deadline(day, sdk.DeadlineKind.RELEASE, f"{says} {lag}".strip()),)
