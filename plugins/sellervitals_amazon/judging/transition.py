"""A change of the account status: whether it is better or worse, and what Amazon may do next."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from functools import partial

from sellervitals import plugin as sdk
from sellervitals_amazon.words import Standing, standing

ARROW = " -> "
_DEPTH = (Standing.NORMAL, Standing.AT_RISK, Standing.BLOCKED)
_NEXT = {
    Standing.NORMAL: "The account may sell.",
    Standing.AT_RISK: "Amazon may deactivate it next; the notice says by when it wants an answer, and no"
    " general deadline is published.",
    Standing.BLOCKED: "It cannot sell and its funds are withheld; open orders must still be shipped.",
}

_hours = partial(sdk.figure, value="72", unit="hours")
FIGURES = (
    _hours(
        "2020-01-01",
        name="quiz",
        source="quiz",
        trust="reported",
        note="Its first day is not published; the table starts with 2020.",
    ),
    _hours("2022-11-01", name="assurance-call", source="assurance", sites=("US", "CA")),
    _hours("2023-01-01", name="assurance-call", source="assurance"),
)
"""How long Amazon waits once an account is at risk, where it says so."""

_WAITS = {
    "quiz": "The quiz, if the banner offers one, is open until then: a copy of Amazon's help text gives it",
    "assurance-call": "Whoever has Account Health Assurance must have been reached by then: Amazon waits",
}


def written(before: str, after: str) -> str:
    """Write a change as the value of the metric ``account_status_change``."""
    return f"{before}{ARROW}{after}"


def graver(status: sdk.Measurement, changes: Iterable[sdk.Measurement]) -> tuple[str, sdk.Measurement] | None:
    """Find a change to a blocked account beside a status at risk that does not say of when it is.

    Gives the word that Amazon changed to, and the change. Nobody knows which of both is older.
    """
    if status.window is not None or standing(f"{status.value}") is not Standing.AT_RISK:
        return None
    found = ((f"{each.value}".rpartition(ARROW)[2].strip(), each) for each in changes)
    return next((each for each in found if standing(each[0]) is Standing.BLOCKED), None)


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
        severity, deadlines = sdk.Severity.HIGH, tuple(_waits(case, happened))
        return sdk.Verdict(sdk.Outcome.WARN, message, severity=severity, deadlines=deadlines)
    return sdk.Verdict(sdk.Outcome.FAIL, message, deadlines=_funds(case, happened))


def _waits(case: sdk.Case, happened: date | None) -> Iterable[sdk.Deadline]:
    """Give the days until which Amazon waits at least: neither wait can begin before the change itself."""
    if happened is None or happened.year == date.max.year:
        return
    known = sdk.figures_on(case.rule.figures, happened, case.site)
    for name, says in _WAITS.items():
        if name in known:
            hours = known[name].value
            counted = f"{hours} hours, counted from {happened}, before which it cannot have begun"
            day = happened + timedelta(hours=int(hours))
            yield sdk.Deadline(day, sdk.DeadlineKind.ACTION, f"{says} {counted}; the notice decides.")


def _funds(case: sdk.Case, deactivated: date | None) -> tuple[sdk.Deadline, ...]:
    """The day on which withheld funds can be asked for, where the day of the deactivation is known."""
    held = sdk.figures_on(case.rule.figures, deactivated or case.day, case.site).get("funds-held")
    if held is None or deactivated is None or deactivated > date.max - timedelta(days=int(held.value)):
        return ()
    day = deactivated + timedelta(days=int(held.value))
    says = f"Funds can be asked for from {day}, {held.value} days after the deactivation, unless the notice"
    says += " names a later day."
    return (sdk.Deadline(day, sdk.DeadlineKind.RELEASE, says),)
