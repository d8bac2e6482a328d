"""How an Account Health Rating is judged: by its points, else by the word that came instead."""

from __future__ import annotations

from decimal import Decimal

from sellervitals import plugin as sdk
from sellervitals_amazon.judging.health_points import ORDERS, POINTS, START
from sellervitals_amazon.judging.outlook import outlook
from sellervitals_amazon.metrics.account import MOST_POINTS
from sellervitals_amazon.words import Zone, between_zones, zone_named, zone_of

_SCALE = (
    ("points-at-start", START, "points of a new seller", "rating-zones", "official"),
    ("points-for-orders", POINTS, f"points for {ORDERS} orders of 180 days", "rating-orders", "reported"),
    ("most-points", MOST_POINTS, "points", "rating-zones", "official"),
    ("deactivation-under", 100, "points", "rating-zones", "official"),
)
_BEGAN = (
    ("2022-08-01", ("US", "CA"), "Points since August 2022; the first day is not published."),
    ("2023-01-01", ("*",), "The other stores followed in 2023; the month is not published."),
)

FIGURES = tuple(
    sdk.figure(
        since, name=name, value=f"{value}", unit=unit, source=source, sites=sites, trust=trust, note=note
    )
    for since, sites, note in _BEGAN
    for name, value, unit, source, trust in _SCALE
)
"""What the points are made of, and where the account may be deactivated."""

_GRAVITY = {Zone.AT_RISK: sdk.Severity.HIGH, Zone.UNHEALTHY: sdk.Severity.CRITICAL}


def judge(case: sdk.Case) -> sdk.Verdict:
    """Judge the rating, and where it has points say what they are made of and what may become of them."""
    verdict = _verdict(case)
    return verdict._replace(estimates=outlook(case)) if verdict.outcome.judged else verdict


def _verdict(case: sdk.Case) -> sdk.Verdict:
    """Judge the points; they decide over the word. Without points, or a limit for them, judge the word."""
    word = case.measurement.verdict if case.measurement else None
    if word and (case.value is None or case.limit is None):
        return _by_word(word, "gives no points" if case.value is None else "no zones were published yet")
    verdict = sdk.compare(case)
    if verdict.outcome is not sdk.Outcome.FAIL or not isinstance(case.value, Decimal):
        return verdict
    zone = zone_of(case.value)
    if zone is Zone.HEALTHY:  # a target in the document can ask for more than Amazon's zones do
        return verdict._replace(severity=sdk.Severity.HIGH)
    message = f"{verdict.message} This is Amazon's {zone} zone."
    return verdict._replace(message=message, severity=_GRAVITY[zone])


def _by_word(word: str, why: str) -> sdk.Verdict:
    zone = zone_named(word)
    says = f"Account Health Rating: Amazon says {word:.60} and {why}"
    if between_zones(word):
        message = f"{says}; no source settles whether that is still healthy."
        return sdk.Verdict(sdk.Outcome.WARN, message, severity=sdk.Severity.HIGH)
    if zone is None:
        return sdk.Verdict(sdk.Outcome.NO_DATA, f"{says}; the word names no zone.")
    if zone is Zone.HEALTHY:
        return sdk.Verdict(sdk.Outcome.PASS, f"{says}.")
    if zone is Zone.AT_RISK:
        message = f"{says}; that the rating stands in a deeper zone cannot be excluded."
        return sdk.Verdict(sdk.Outcome.FAIL, message, severity=_GRAVITY[zone])
    return sdk.Verdict(sdk.Outcome.FAIL, f"{says}: the account may be deactivated.", severity=_GRAVITY[zone])
