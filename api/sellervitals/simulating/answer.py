"""What reaches a goal, as plain dicts, with the changes that would try it."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from sellervitals.describing import number
from sellervitals.domain.rate import plain
from sellervitals.domain.wording import display
from sellervitals.fragments import applied_limit
from sellervitals.simulating.demands import Demand, Status
from sellervitals.simulating.goals import SAFE, Goal
from sellervitals.simulating.reaching import Combination, Efforts, LeverKind, Step, Way

_ASSUMED = (
    "What good events and removals do to other rules is not part of the goal; simulate the changes to see."
)


def described_way(
    goal: Goal, segment: str | None, efforts: Efforts, way: Way, *, silent: int
) -> dict[str, Any]:
    """Describe how an account stands before a goal; nothing was reported about ``silent`` rules."""
    stuck = {id(demand) for demand, _ in way.stuck}
    unknown = way.of(Status.UNKNOWN)
    found = way.cheapest
    notices = [way.doubt] if way.doubt else []
    if unknown:
        notices.append("Something is unknown, so nothing certainly reaches the goal; see `unknown`.")
    if not way.demands:
        notices.append("Nothing that was reported could be judged, so nobody knows.")
    if silent and not goal.named:
        notices.append(f"Nothing was reported about {silent:,} rules, which this does not speak of.")
    if way.stuck:
        notices.append(
            "Something is broken that no event clears, so nothing reaches the goal; see `unreachable`."
        )
    if found is not None and goal.id != SAFE:
        notices.append(_ASSUMED)
    return {
        "id": goal.id,
        "title": goal.title,
        "segment": segment,
        "met": way.met,
        "clears": found is not None and not unknown,
        "held": len(way.of(Status.HELD)),
        "blocking": [_demand(goal, each) for each in way.of(Status.BROKEN) if id(each) not in stuck],
        "unknown": [_demand(goal, each) for each in unknown],
        "unreachable": [{**_demand(goal, each), "why": why} for each, why in way.stuck],
        "singles": [_step(each) for each in way.singles],
        "cheapest": None if found is None else _combination(found),
        "effort": {kind.value: _amount(effort) for kind, effort in efforts.kinds.items()},
        "notices": notices,
    }


def _demand(goal: Goal, each: Demand) -> dict[str, Any]:
    unit = None if each.metric is None else each.metric.unit
    owner = each.rule or goal.owner
    return {
        "status": each.status,
        "rule": None if each.rule is None else each.rule.id,
        "metric": None if each.metric is None else each.metric.id,
        "segment": each.segment,
        "value": None if each.value is None else number(each.value),
        "unit": unit,
        "display": None if each.value is None or unit is None else display(each.value, unit),
        "limit": None if each.limit is None or owner is None else applied_limit(each.limit, owner),
        "why": each.why,
    }


def _step(each: Step) -> dict[str, Any]:
    kind, metric, segment, what = each.lever
    return {
        "lever": kind,
        "denominator": what,
        "metric": None if metric is None else metric.id,
        "segment": segment,
        "amount": each.amount,
        "effort": _amount(each.effort),
    }


def _combination(found: Combination) -> dict[str, Any]:
    return {
        "steps": [_step(each) for each in found.steps],
        "effort": _amount(found.effort),
        "proved": found.proved,
        "changes": _changes(found.steps),
    }


def _changes(steps: Iterable[Step]) -> dict[str, Any]:
    """Write steps as the changes of a simulation."""
    clean: dict[str, int] = {}
    metrics: dict[str, list[dict[str, Any]]] = {}
    for (kind, metric, segment, what), amount, _ in steps:
        if metric is None:
            clean[what or ""] = amount or 0
            continue
        own: dict[str, Any] = {} if segment is None else {"segment": segment}
        own |= {"add": {"good": amount}} if kind is LeverKind.ADD else {kind.value: amount}
        metrics.setdefault(metric.id, []).append(own)
    return {**({"clean": clean} if clean else {}), **({"metrics": metrics} if metrics else {})}


def _amount(effort: Decimal | None) -> str | None:
    return None if effort is None else plain(effort)
