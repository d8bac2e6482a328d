"""How the unit on-time delivery rate is judged: by the limit, then by the step of enforcement it falls to."""

from __future__ import annotations

from functools import partial

from sellervitals import plugin as sdk

_GRAVITY = {
    "listings-off-under": sdk.Severity.MEDIUM,
    "plan-of-action-under": sdk.Severity.HIGH,
    "account-blocked-under": sdk.Severity.CRITICAL,
}
"""Listings that the seller can switch on again; listings and a plan of action; all self-fulfilled selling."""

_UK = {
    (
        "listings-off-under",
        "90",
    ): "Listings under 90 % are switched off for now; you can switch them on again in Account Health.",
    ("plan-of-action-under", "80"): "Listings under 80 % are switched off, more after 30 days without"
    " improvement; Amazon wants a plan of action.",
    ("account-blocked-under", "60"): "Nothing may be sold self-fulfilled until Amazon has accepted a detailed"
    " request.",
}
_STRICTER = " Stricter steps are announced from September 2026, without figures."

_step = partial(sdk.figure, unit="percent")
_first = partial(_step, "2026-02-02", sites=("UK",), source="on-time-uk-steps")
_later = partial(_step, "2026-09-01", sites=("UK",), source="on-time-germany", trust="reported")

ENFORCEMENT = (
    *(_first(name=name, value=under, note=says) for (name, under), says in _UK.items()),
    *(_later(name=name, value=under, note=says + _STRICTER) for (name, under), says in _UK.items()),
    _step(
        "2026-02-28",
        name="listings-first-under",
        value="90",
        sites=("US",),
        source="item-level",
        trust="reported",
        note="The listings that pull the rate down are switched off first; lasting misses can still cost the"
        " ability to ship orders yourself.",
    ),
)
"""What Amazon does, by rate: the lowest line that a rate is under."""


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
    message = f"{verdict.message} {step.note}"
    return verdict._replace(message=message, severity=_GRAVITY.get(step.name, verdict.severity))
