"""How historical days of supply are judged: the greater of both windows decides, as for the fee."""

from __future__ import annotations

from decimal import Decimal

from sellervitals import plugin as sdk

METRIC = "historical_days_of_supply"
WINDOWS = ("30d", "90d")
GOOD = Decimal(35)
"""Days from which nothing is missing; a third party's working level."""
_HEALTH = {sdk.Outcome.PASS: Decimal(1), sdk.Outcome.WARN: Decimal("0.9")}


def judge(case: sdk.Case) -> sdk.Verdict:
    """Compare the greater of both windows; alone, a window can show enough supply but never too little."""
    own = None if case.measurement is None else case.measurement.segment
    both = {
        each.segment: each.value
        for each in case.others.get(METRIC, ())
        if own in WINDOWS and each.segment in WINDOWS and isinstance(each.value, Decimal)
    }
    if not isinstance(case.value, Decimal) or case.limit is None:
        return sdk.compare(case)
    alone = len(both) < len(WINDOWS)
    greater = max((case.value, *both.values()))
    measured = (
        case.measurement if alone or case.measurement is None else case.measurement._replace(segment=None)
    )
    verdict = sdk.compare(case._replace(value=greater, measurement=measured))
    if alone and verdict.outcome is sdk.Outcome.FAIL:
        message = f"{verdict.message} Only one window is known; the fee needs both under it."
        verdict = verdict._replace(outcome=sdk.Outcome.WARN, message=message)
    elif not alone:
        spoken = ", ".join(f"{each}: {sdk.display(both[each], sdk.Unit.DAYS)}" for each in WINDOWS)
        message = f"{verdict.message} The greater of both windows decides ({spoken})."
        verdict = verdict._replace(message=message)
    # The curve would read this window's own value, which decides nothing where the other is greater.
    return verdict._replace(health=_HEALTH.get(verdict.outcome, _of_failure(greater, case.limit)))


def _of_failure(days: Decimal, limit: sdk.Limit) -> Decimal | None:
    """Read the published curve at the days that decide: one half at the line, 0 at twice its distance."""
    line = limit.fail
    if not isinstance(line, Decimal) or line >= GOOD:
        return None
    worst = 2 * line - GOOD
    return round(max(days - worst, Decimal(0)) / (GOOD - worst), 4)
