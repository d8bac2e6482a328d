"""How the unit on-time delivery rate is judged: by the limit, then by the step of enforcement it falls to."""

from __future__ import annotations

from sellervitals import plugin as sdk

_GRAVITY = {
    "listings-off-under": sdk.Severity.MEDIUM,
    "plan-of-action-under": sdk.Severity.HIGH,
    "account-blocked-under": sdk.Severity.CRITICAL,
}
"""Listings that the seller can switch on again; listings and a plan of action; all self-fulfilled selling."""


def judge(case: sdk.Case) -> sdk.Verdict:
    """Compare; a failure says what Amazon does at this rate in this store, where that is published."""
    verdict = sdk.compare(case)
    if verdict.outcome is not sdk.Outcome.FAIL or not isinstance(case.value, sdk.Rate):
        return verdict
    value, steps = case.value, sdk.figures_on(case.rule.figures, case.day, case.site).values()
    reached = [each for each in steps if value < sdk.percent(each.value)]
    if not reached:  # a target in the document can ask for more than the published steps do
        return verdict
    step = min(reached, key=lambda each: each.value)
    return verdict._replace(
        message=f"{verdict.message} {step.note}", severity=_GRAVITY.get(step.name, verdict.severity)
    )


def _step(name: str, under: str, since: str, site: str, *, source: str, trust: str, says: str) -> sdk.Figure:
    return sdk.figure(
        since, name=name, value=under, unit="percent", source=source, sites=(site,), trust=trust, note=says
    )


ENFORCEMENT = (
    _step(
        "listings-off-under",
        "90",
        "2026-02-02",
        "UK",
        source="on-time-uk-steps",
        trust="official",
        says="Listings under 90 % are switched off for now; you can switch them on again in Account Health.",
    ),
    _step(
        "plan-of-action-under",
        "80",
        "2026-02-02",
        "UK",
        source="on-time-uk-steps",
        trust="official",
        says="Listings under 80 % are switched off, more after 30 days without improvement; Amazon wants a"
        " plan of action.",
    ),
    _step(
        "account-blocked-under",
        "60",
        "2026-02-02",
        "UK",
        source="on-time-uk-steps",
        trust="official",
        says="Nothing may be sold self-fulfilled until Amazon has accepted a detailed request.",
    ),
    _step(
        "listings-first-under",
        "90",
        "2026-02-28",
        "US",
        source="item-level",
        trust="reported",
        says="The listings that pull the rate down are switched off first; lasting misses can still cost the"
        " ability to ship orders yourself.",
    ),
)
"""What Amazon does, by rate: the lowest line that a rate is under."""
