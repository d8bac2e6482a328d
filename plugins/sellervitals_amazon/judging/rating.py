"""How an Account Health Rating is judged: by its points, else by the word that came instead."""

from __future__ import annotations

from sellervitals import plugin as sdk
from sellervitals_amazon.judging.health_points import ORDERS, POINTS, START
from sellervitals_amazon.judging.outlook import outlook
from sellervitals_amazon.metrics.account import MOST_POINTS
from sellervitals_amazon.zones import AT_RISK, HEALTHY, between_zones, zone_named

_SCALE = (
    ("points-at-start", START, "points of a new seller", "rating-zones", "official"),
    ("points-for-orders", POINTS, f"points for {ORDERS} orders of 180 days", "rating-orders", "reported"),
    ("most-points", MOST_POINTS, "points", "rating-zones", "official"),
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
"""What the points are made of."""


def judge(case: sdk.Case) -> sdk.Verdict:
    """Judge the rating, and where it has points say what they are made of and what may become of them."""
    verdict = _verdict(case)
    return verdict._replace(estimates=outlook(case)) if verdict.outcome.judged else verdict


def _verdict(case: sdk.Case) -> sdk.Verdict:
    """Judge the points; they decide over the word. Without points, or a limit for them, judge the word."""
    word = case.measurement.verdict if case.measurement else None
    if word and (case.value is None or case.limit is None):
        return _by_word(word, "gives no points" if case.value is None else "no zones were published yet")
    return sdk.compare(case)


def _by_word(word: str, why: str) -> sdk.Verdict:
    zone = zone_named(word)
    says = f"Account Health Rating: Amazon says {word:.60} and {why}"
    if between_zones(word):
        message = f"{says}; no source settles whether that is still healthy."
        return sdk.Verdict(sdk.Outcome.WARN, message, severity=sdk.Severity.HIGH)
    if zone is None:
        return sdk.Verdict(sdk.Outcome.NO_DATA, f"{says}; the word names no zone.")
    if zone is HEALTHY:
        return sdk.Verdict(sdk.Outcome.PASS, f"{says}.")
    if zone is AT_RISK:
        message = f"{says}; that the rating stands in a deeper zone cannot be excluded."
        return sdk.Verdict(sdk.Outcome.FAIL, message, severity=zone.severity)
    return sdk.Verdict(sdk.Outcome.FAIL, f"{says}: the account may be deactivated.", severity=zone.severity)
