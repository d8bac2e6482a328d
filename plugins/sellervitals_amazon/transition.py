"""A change of the account status: whether it is better or worse, and what Amazon may do next."""

from __future__ import annotations

from datetime import date, timedelta

from sellervitals import plugin as sdk
from sellervitals_amazon.words import Standing, standing

ARROW = " -> "
_DEPTH = (Standing.NORMAL, Standing.AT_RISK, Standing.BLOCKED)
_SHORTER = date(2024, 10, 25)
"""Since this day withheld funds can be asked for after 60 days, before it after 90."""
_NEXT = {
    Standing.NORMAL: "The account may sell.",
    Standing.AT_RISK: "Amazon may deactivate it next; the notice says by when it wants an answer, and no"
    " general deadline is published.",
    Standing.BLOCKED: "It cannot sell and its funds are withheld; open orders must still be shipped.",
}


def written(before: str, after: str) -> str:
    """Write a change as the value of the metric ``account_status_change``."""
    return f"{before}{ARROW}{after}"


def judge(case: sdk.Case) -> sdk.Verdict:
    """Pass what became better or stayed normal, else judge the new status; unknown words say nothing."""
    words = [word.strip() for word in f"{case.value or ''}".split(ARROW.strip())]
    known = [standing(word) for word in words]
    before, after = known if len(known) == 2 else (None, None)  # noqa: PLR2004 - before and after
    if before is None or after is None:
        message = f"{case.subject}: {case.value!r:.90} is no change between two known statuses."
        return sdk.Verdict(sdk.Outcome.NO_DATA, message)
    window = None if case.measurement is None else case.measurement.window
    happened = window.end if window is not None else None
    says = f"Amazon changed the account status from {words[0]:.60} to {words[1]:.60}"
    says += f" on {happened}." if happened else "."
    if _DEPTH.index(after) < _DEPTH.index(before) or after is Standing.NORMAL:
        still = "" if after is Standing.NORMAL else f" It is better, but still {after}."
        return sdk.Verdict(sdk.Outcome.PASS, f"{says}{still} {_NEXT[after]}")
    message = f"{says} {_NEXT[after]}"
    if after is Standing.AT_RISK:
        return sdk.Verdict(sdk.Outcome.WARN, message, severity=sdk.Severity.HIGH)
    return sdk.Verdict(sdk.Outcome.FAIL, message, deadlines=() if happened is None else _funds(happened))


def _funds(deactivated: date) -> tuple[sdk.Deadline, ...]:
    days = 60 if deactivated >= _SHORTER else 90
    try:
        day = deactivated + timedelta(days=days)
    except OverflowError:
        return ()
    says = f"The earliest day to ask for withheld funds, {days} days after the deactivation."
    return (sdk.Deadline(day, sdk.DeadlineKind.RELEASE, says),)
