"""What is said of a protected level: until when it is protected, and what it would be without."""

from __future__ import annotations

from datetime import date

from sellervitals import plugin as sdk
from sellervitals_mercadolibre.metrics import BADGES

HEALTHY = frozenset({"green", *(f"green_{medal}" for medal in BADGES)})
"""The good words of ``real_level``: the colour, with the medal where there is one."""


def judge(case: sdk.Case) -> list[sdk.Verdict]:
    """Warn while a protection hides anything but green; say nothing of one that is over."""
    levels = {each.segment: each for each in case.others.get("real_level", ())}
    ends = {each.segment: each for each in case.others.get("protection_end_date", ())}
    segments = sorted({*levels, *ends}, key=lambda each: each or "")
    return [_judged(case.day, segment, levels.get(segment), ends.get(segment)) for segment in segments]


def _judged(
    today: date, segment: str | None, level: sdk.Measurement | None, end: sdk.Measurement | None
) -> sdk.Verdict:
    until, word = _day(end), "" if level is None else f"{level.value or ''}"
    where = tuple(
        sdk.Evidence(each.document, each.pointer)
        for each in (level, end)
        if each and each.document is not None
    )
    if until is not None and until < today:
        message = f"The protection ended on {until}, before {today}: it is over, or the report is older."
        return sdk.Verdict(sdk.Outcome.NOT_APPLICABLE, message, segment=segment, evidence=where)
    says = "The level is protected" if until is None else f"The level is protected until {until}"
    says += (
        f"; the level without protection is {word:.60}." if word else "; what it is without is not reported."
    )
    deadlines = () if until is None else (sdk.Deadline(until, sdk.DeadlineKind.REVIEW, says),)
    outcome = sdk.Outcome.PASS if word.casefold() in HEALTHY else sdk.Outcome.WARN
    return sdk.Verdict(outcome, says, segment=segment, evidence=where, deadlines=deadlines)


def _day(end: sdk.Measurement | None) -> date | None:
    """Read the day; one that a caller typed in may be anything."""
    try:
        return None if end is None else date.fromisoformat(f"{end.value}")
    except ValueError:
        return None
