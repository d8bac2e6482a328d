"""How an account status is judged, and when held funds can be asked for."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from sellervitals import plugin as sdk
from sellervitals_amazon.judging.transition import graver
from sellervitals_amazon.words import Standing, standing


def judge(case: sdk.Case) -> sdk.Verdict:
    """Pass NORMAL, fail what is known to be worse; a word that nobody knows never passes."""
    word = f"{case.value or ''}"
    says = f"Account status: Amazon says {word:.60}"
    changes = case.others.get("account_status_change", ())
    worse = None if case.measurement is None else graver(case.measurement, changes)
    if worse is not None:
        word = worse[0]
        says += f" in a report that does not say of when it is, and {word:.60} in a notification"
    meaning = standing(word)
    if meaning is Standing.NORMAL:
        return sdk.Verdict(sdk.Outcome.PASS, f"{says}.")
    if meaning is Standing.AT_RISK:
        message = f"{says}: the account may be deactivated. The deadline is the one in the notice."
        return sdk.Verdict(sdk.Outcome.FAIL, message, severity=sdk.Severity.HIGH)
    if meaning is Standing.BLOCKED:
        return _blocked(case, f"{says}: the account cannot sell.")
    message = f"{says}, which is no known status; look in Seller Central what it means."
    return sdk.Verdict(sdk.Outcome.WARN, message)


def _blocked(case: sdk.Case, says: str) -> sdk.Verdict:
    """Fail; name the day that funds can be asked for only where the day of the deactivation was reported."""
    first = _deactivated_on(case)
    held = sdk.figures_on(case.rule.figures, first or case.day, case.site).get("funds-held")
    if held is None or first is None or first > date.max - timedelta(days=int(held.value)):
        wait = "some time" if held is None else f"{held.value} days"
        funds = f"Funds can be asked for {wait} after the deactivation at the earliest"
        return sdk.Verdict(sdk.Outcome.FAIL, f"{says} {funds}; its day is in the notice.", health=Decimal(0))
    day = first + timedelta(days=int(held.value))
    release = (
        f"Funds can be asked for from {day}, {held.value} days after {first}, the first day that this status"
        " is reported for; where the notice names a later day, that counts."
    )
    return sdk.Verdict(
        sdk.Outcome.FAIL,
        f"{says} {release}",
        health=Decimal(0),
        deadlines=(sdk.Deadline(day, sdk.DeadlineKind.RELEASE, release),),
    )


def _deactivated_on(case: sdk.Case) -> date | None:
    """Find the first day of a blocked account: a longer period was stated, or it was not blocked before.

    A status of a single day is only an observation: the account may have been blocked long before.
    """
    known, first = False, None
    own = () if case.measurement is None else (case.measurement,)
    for each in reversed((*case.history.get("account_status", ()), *own)):
        if standing(f"{each.value}") is not Standing.BLOCKED:
            known = True
            break
        if each.window is None or each.window.start is None:
            return None
        first = each.window.start
        known = each.window.end is not None and first < each.window.end
    return first if known else None
