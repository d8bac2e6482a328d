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
    return _named(case, verdict._replace(estimates=tuple(_estimates(case, points))))


def judge_tier(case: sdk.Case) -> sdk.Verdict:
    """Judge the tier that Shopee names by what it takes away; one from before a reset is gone."""
    wiped = wiped_on(case)
    return sdk.compare(case) if wiped is None else outdated(case, wiped)


def outdated(case: sdk.Case, wiped: date) -> sdk.Verdict:
    """Say that nothing is known of this quarter."""
    message = (
        f"{case.subject}: what is reported is older than the reset of {wiped}, which wiped the points; post"
        " what holds in this quarter."
    )
    return sdk.Verdict(sdk.Outcome.NO_DATA, message)


def _named(case: sdk.Case, verdict: sdk.Verdict) -> sdk.Verdict:
    """Follow the tier that Shopee names where the points give another one, and say so."""
    rungs = {rung.name.casefold(): rung for rung in TIERS.rungs}
    for each in case.others.get("penalty_tier", ()):
        rung = rungs.get(f"{each.value}".casefold())
        by_points = TIERS.rungs[_tier(case.value)]
        if rung is not None and rung is not by_points:
            partial = case.measurement is not None and case.measurement.segment == LISTED
            tail = "." if partial else ": the two do not agree."
            message = f"{verdict.message} Shopee itself names {rung.name}, which counts{tail}"
            return verdict._replace(message=message, severity=rung.severity)
    return verdict


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


def _estimates(case: sdk.Case, points: Decimal) -> Iterator[sdk.Estimate]:
    """Say how many points are left to the next tier, and how long the punishment of this one lasts."""
    tier = _tier(points)
    if tier + 1 in LINES:
        left = Decimal(LINES[tier + 1]) - points
        says = f"{left} more bring tier {tier + 1}."
        yield sdk.Estimate("points_to_next_tier", left, "points", says, sdk.Basis.TABLE)
    length = sdk.figures_on(case.rule.figures, case.day, case.site).get(f"tier-{tier}-days")
    if length is not None:
        says = f"A punishment of tier {tier} lasts {length.value} days; the points stay until the reset."
        yield sdk.Estimate("punishment_days", length.value, "days", says, sdk.Basis.TABLE)
