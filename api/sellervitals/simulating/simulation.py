"""What if: an account judged as it is and as it would be, and what is different between the two."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any, NamedTuple

import orjson

from sellervitals.changes import changes
from sellervitals.domain.finding import Outcome
from sellervitals.domain.marketplace import Marketplace, Snapshot
from sellervitals.domain.pointer import token
from sellervitals.encoding import encode
from sellervitals.engine import Evaluation
from sellervitals.intake import take
from sellervitals.judge import Judge
from sellervitals.ladders import in_force
from sellervitals.own.waiving import WaiversOf, waived
from sellervitals.problems import Fault, RefusedError
from sellervitals.simulating.answer import described_way
from sellervitals.simulating.goals import Goal, UnknownGoalError, goal_named
from sellervitals.simulating.imagining import imagine
from sellervitals.simulating.reaching import DEFAULT_EFFORTS, Efforts, LeverKind, way

_NOBODY = "sha256:"
_CHANGED = "/changes"
_NOTHING: Mapping[str, Any] = {}
_SIDE = ("as_of", "score", "level", "computed_levels")


class Base(NamedTuple):
    """The account that changes are made to: a loaded request, when it was judged, and which site is meant.

    ``site`` is meant only where ``evaluation`` is named; else the primary site of the request is.
    ``waivers_of`` finds the waivers that are in force, where there is a store.
    """

    request: Mapping[str, Any]
    now: datetime
    evaluation: str | None = None
    site: str | None = None
    waivers_of: WaiversOf | None = None


def simulate(judge: Judge, base: Base, asked: Mapping[str, Any]) -> dict[str, Any]:
    """Answer a simulation.

    Args:
        judge: knows plugins and policy.
        base: the account.
        asked: ``changes``, ``goal`` and ``result``, as loaded.

    Raises:
        RefusedError: with every fault; those of an account that came along begin with ``/base``.
    """
    wanted = asked.get("changes") or {}
    before = _snapshot(judge, base)
    marketplace = judge.registry.marketplaces[before.marketplace]
    goal = _goal(judge, marketplace, asked)
    moved = _snapshot(judge, base, {name: wanted[name] for name in ("as_of", "profile") if name in wanted})
    imagined = imagine(marketplace, moved, wanted)
    old, new = judge.engine.evaluate(before), judge.engine.evaluate(imagined.snapshot)
    was, would = _result(judge, old, base.now), _result(judge, new, base.now)
    assumptions = [*imagined.assumptions]
    if moved.as_of != before.as_of:
        assumptions.append(f"The same numbers are judged by the policy of {moved.as_of}.")
    if moved.profile is not before.profile and moved.profile is not None:
        assumptions.append(f"Own limits and weights are those of the profile {moved.profile.name}.")
    return {
        "account": would["account"],
        "evaluation": base.evaluation,
        "before": {name: was[name] for name in _SIDE},
        "after": {name: would[name] for name in _SIDE},
        "score_change": _gain(was, would),
        **changes(was, would, judge.registry.renamed),
        "deadlines": _deadlines(was, would),
        "assumptions": assumptions,
        "warnings": [*would["warnings"], *would["coverage"]["ignored"]],
        "goal": None if goal is None else _reached(judge, goal, new, asked["goal"]),
        "result": would if asked.get("result") else None,
    }


def _snapshot(judge: Judge, base: Base, instead: Mapping[str, Any] = _NOTHING) -> Snapshot:
    """Take the account; ``instead`` stands in the place of what its request says."""
    try:
        found = take(judge.registry, {**base.request, **instead}, today=base.now.date())
    except RefusedError as refused:
        faults = [_placed(each, instead) for each in refused.faults]
        if base.evaluation is not None and not any(each.pointer.startswith(_CHANGED) for each in faults):
            raise RefusedError("not-replayable", refused.detail) from refused
        raise RefusedError.of(faults) from refused
    found = waived(found, base.waivers_of)
    if base.evaluation is None:
        return found[0]
    for each in found:
        if each.site == base.site:
            return each
    raise RefusedError("not-replayable", "Today's plugins read nothing about this site in what was posted.")


def _placed(fault: Fault, instead: Mapping[str, Any]) -> Fault:
    """Point to where the caller wrote what is wrong."""
    own = fault.pointer.split("/")[1:2] == ["profile"] and "profile" in instead
    return fault._replace(pointer=f"{_CHANGED if own else '/base'}{fault.pointer}")


def _result(judge: Judge, evaluation: Evaluation, now: datetime) -> dict[str, Any]:
    provenance = judge.provenance(evaluation.snapshot.marketplace, _NOBODY)
    result: dict[str, Any] = orjson.loads(encode(evaluation, id=None, observed_at=now, provenance=provenance))
    return result


def _gain(was: Mapping[str, Any], would: Mapping[str, Any]) -> str | None:
    scores = [each["score"]["value"] for each in (was, would)]
    return None if None in scores else f"{(Decimal(scores[1]) - Decimal(scores[0])).normalize():f}"


def _deadlines(was: Mapping[str, Any], would: Mapping[str, Any]) -> dict[str, list[dict[str, Any]]]:
    """List the days that count in one result alone."""

    def days(result: Mapping[str, Any]) -> dict[tuple[Any, ...], dict[str, Any]]:
        return {
            (each["rule"], each["segment"], day["date"], day["kind"]): {
                "rule": each["rule"],
                "segment": each["segment"],
                **day,
            }
            for each in result["findings"]
            for day in each["deadlines"]
        }

    old, new = days(was), days(would)
    return {
        "came": [each for key, each in new.items() if key not in old],
        "gone": [each for key, each in old.items() if key not in new],
    }


def _goal(judge: Judge, marketplace: Marketplace, asked: Mapping[str, Any]) -> Goal | None:
    given = asked.get("goal")
    if given is None:
        return None
    try:
        goal = goal_named(judge.registry, marketplace, given["id"])
    except UnknownGoalError as unknown:
        raise RefusedError.of([Fault("/goal/id", "validation-failed", unknown.problem)]) from unknown
    faults = []
    segment = given.get("segment")
    if segment is not None and segment not in goal.segments:
        known = ", ".join(each for each in goal.segments if each is not None) or "no segment"
        faults.append(Fault("/goal/segment", "validation-failed", f"{goal.id} is asked for {known}."))
    metrics = (given.get("effort") or {}).get("metrics") or {}
    faults += [
        Fault(f"/goal/effort/metrics/{token(name)}", "unknown-field", f"is no metric of {marketplace.id}.")
        for name in metrics
        if name not in marketplace.by_id
    ]
    if faults:
        raise RefusedError.of(faults)
    return goal


def _reached(judge: Judge, goal: Goal, evaluation: Evaluation, given: Mapping[str, Any]) -> dict[str, Any]:
    snapshot = evaluation.snapshot
    segment = given["segment"] if "segment" in given else _segment(goal, snapshot)
    if goal.needs and not goal.rules and not in_force(goal.needs, snapshot.site, segment, snapshot.as_of):
        where = f"site {snapshot.site}" if snapshot.site else "no site"
        detail = f"no limit of {goal.id} is known for {where} on {snapshot.as_of}."
        raise RefusedError.of([Fault("/goal/id", "validation-failed", detail)])
    efforts = _efforts(given.get("effort") or {})
    found = way(judge.engine, goal, evaluation, segment, efforts)
    silent = sum(each.outcome is Outcome.NO_DATA and each.measurement is None for each in evaluation.findings)
    return described_way(goal, segment, efforts, found, silent=silent)


def _segment(goal: Goal, snapshot: Snapshot) -> str | None:
    """Choose the first segment that something was measured of."""
    measured = {each.segment for each in snapshot.measurements if each.metric in goal.needs}
    return next((each for each in goal.segments if each in measured), goal.segments[0])


def _efforts(given: Mapping[str, Any]) -> Efforts:
    kinds = {kind: given.get(kind.value, usual) for kind, usual in DEFAULT_EFFORTS.items()}
    metrics = {name: dict(_kinds(own)) for name, own in (given.get("metrics") or {}).items()}
    return Efforts(kinds, metrics)


def _kinds(own: Mapping[str, Any]) -> Iterator[tuple[LeverKind, Decimal | None]]:
    for kind in LeverKind:
        if kind.value in own:
            yield kind, own[kind.value]
