"""Penalty points: the tier that they bring, what is left to the next, and points that are no longer there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from sellervitals import plugin as sdk
from sellervitals_shopee.limits.penalty_tiers import LINES, RESET, TIERS

LISTED = "listed"
"""The segment of a sum over an incomplete list: there are at least that many points."""


def judge(case: sdk.Case) -> sdk.Verdict:
    """Judge points by their tier; a sum that may be too low never passes, and wiped points count no more."""
    verdict, points = sdk.compare(case), case.value
    if case.measurement is None or not isinstance(points, Decimal) or not verdict.outcome.judged:
        return verdict
    wiped = wiped_on(case)
    if wiped is not None:
        return outdated(case, wiped)
    if case.measurement.segment == LISTED:
        if verdict.outcome is sdk.Outcome.PASS:
            message = f"{case.subject}: not every record is listed, so there may be points that nobody sees."
            return sdk.Verdict(sdk.Outcome.NO_DATA, message)
        verdict = verdict._replace(
            message=f"{verdict.message} There may be more: not every record is listed."
        )
    if not verdict.outcome.open:
        return verdict
    named = _named(case)
    if named is None:
        return verdict._replace(estimates=(*_to_next(points), *_length(case, _tier(points))))
    partial = case.measurement.segment == LISTED
    message = (
        f"{verdict.message} Shopee itself names {TIERS.rungs[named].name}, which counts"
        f"{'.' if partial else ': the two do not agree.'}"
    )
    severity = TIERS.rungs[named].severity
    return verdict._replace(message=message, severity=severity, estimates=tuple(_length(case, named)))


def judge_tier(case: sdk.Case) -> sdk.Verdict:
    """Judge a tier by what it takes away, while it does; one from before a reset is gone."""
    wiped, ended = wiped_on(case), _ended_on(case)
    if wiped is not None:
        return outdated(case, wiped)
    verdict = sdk.compare(case)
    if ended is None or verdict.outcome is not sdk.Outcome.FAIL:
        return verdict
    message = (
        f"{case.subject}: {case.value}, named by punishments that had all ended by {case.day}, the last on"
        f" {ended}; the points behind it stay until the reset."
    )
    return verdict._replace(outcome=sdk.Outcome.WARN, message=message, health=None)


def _ended_on(case: sdk.Case) -> date | None:
    """The end of the last punishment, where the list that names the tier holds only ended ones."""
    source = None if case.measurement is None else case.measurement.document
    for each in case.others.get("ongoing_punishments", ()):
        behind = each.breakdown
        if each.document != source or behind is None or len(behind.items) < behind.total:
            continue
        ends = [item.deadline for item in behind.items if item.deadline is not None]
        if ends and len(ends) == behind.total and max(ends) < case.day:
            return max(ends)
    return None


def outdated(case: sdk.Case, wiped: date) -> sdk.Verdict:
    """Say that nothing is known of this quarter."""
    message = (
        f"{case.subject}: what is reported is older than the reset of {wiped}, which wiped the points; post"
        " what holds in this quarter."
    )
    return sdk.Verdict(sdk.Outcome.NO_DATA, message)


def _named(case: sdk.Case) -> int | None:
    """The tier that Shopee names, where the points give another one."""
    places = {rung.name.casefold(): place for place, rung in enumerate(TIERS.rungs)}
    said = (places.get(f"{each.value}".casefold()) for each in case.others.get("penalty_tier", ()))
    return next((each for each in said if each is not None and each != _tier(case.value)), None)


def _tier(points: object) -> int:
    return sum(points >= Decimal(line) for line in LINES.values()) if isinstance(points, Decimal) else 0


def wiped_on(case: sdk.Case) -> date | None:
    """The reset that came after what was reported, up to the day judged; None where that is not certain."""
    window = None if case.measurement is None else case.measurement.window
    if window is None or window.end is None or window.end == date.max:
        return None
    resets = [each for each in case.rule.calendar if each.name == RESET]
    after = window.end + timedelta(days=1)
    coming = sdk.next_days(resets, after, case.site)
    sites = {case.site, *(site for each in coming for site in each.elsewhere)}
    days = [each.day for site in sites for each in sdk.next_days(resets, after, site)]
    return max(days) if days and max(days) <= case.day else None


def _to_next(points: Decimal) -> Iterator[sdk.Estimate]:
    """Say how many points are left to the next tier."""
    coming = _tier(points) + 1
    if coming in LINES:
        left = Decimal(LINES[coming]) - points
        says = f"{left} more bring tier {coming}."
        yield sdk.Estimate("points_to_next_tier", left, "points", says, sdk.Basis.TABLE)


def _length(case: sdk.Case, tier: int) -> Iterator[sdk.Estimate]:
    """Say how long a punishment of a tier lasts."""
    length = sdk.figures_on(case.rule.figures, case.day, case.site).get(f"tier-{tier}-days")
    if length is not None:
        says = f"A punishment of tier {tier} lasts {length.value} days; the points stay until the reset."
        yield sdk.Estimate("punishment_days", length.value, "days", says, sdk.Basis.TABLE)
