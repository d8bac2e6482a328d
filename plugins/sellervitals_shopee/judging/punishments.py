"""Punishments: which of those listed still run on the day judged, and how grave they are."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from sellervitals import plugin as sdk
from sellervitals_shopee.codes.penalties import restriction


def severity_of(codes: Iterable[int | None]) -> sdk.Severity:
    """Say how grave the gravest of some punishments is."""
    found = [restriction(code) for code in codes]
    if any(each.closed for each in found):
        return sdk.Severity.CRITICAL
    return sdk.Severity.HIGH if any(each.grave for each in found) else sdk.Severity.MEDIUM


def judge(case: sdk.Case) -> sdk.Verdict:
    """Count what has not ended by the day judged.

    Where all of it has, that does not make a shop without punishments: nobody knows of newer ones.
    """
    behind = None if case.measurement is None else case.measurement.breakdown
    if behind is None or not behind.total or len(behind.items) < behind.total:
        return sdk.compare(case)
    running = [each for each in behind.items if each.deadline is None or each.deadline >= case.day]
    ended = behind.total - len(running)
    if not running:
        last = max(each.deadline for each in behind.items if each.deadline is not None)
        message = (
            f"{case.subject}: all that are listed had ended by {case.day}, the last on {last}; whether"
            " newer ones were issued is not known."
        )
        return sdk.Verdict(sdk.Outcome.NO_DATA, message)
    verdict = sdk.compare(case._replace(value=Decimal(len(running))))
    words = ", ".join(dict.fromkeys(each.situation.partition(",")[0] for each in running))
    ends = max((each.deadline for each in running if each.deadline is not None), default=None)
    until = "" if ends is None else f" The last ends on {ends}."
    over = f" {ended} more had ended by then." if ended else ""
    return verdict._replace(message=f"{verdict.message} In force on {case.day}: {words}.{until}{over}")
