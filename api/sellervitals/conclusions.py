"""What follows from all findings together: steps to take, metrics that were missing, targets that drifted."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from sellervitals.domain.finding import Finding, Outcome
from sellervitals.domain.limit import Origin
from sellervitals.domain.marketplace import Notice
from sellervitals.domain.remediation import Effort, Step
from sellervitals.domain.rule import Rule
from sellervitals.domain.wording import demand, subject

_NONE = Decimal(0)
_ASKS = {Origin.DOCUMENT: "the document asks for", Origin.CALLER: "you ask for"}
_WHOSE = {Origin.DOCUMENT: "the document's target", Origin.CALLER: "your target"}


class Action(NamedTuple):
    """An open step; its finding says what putting it right would gain."""

    finding: Finding
    step: Step


def actions(findings: Iterable[Finding]) -> tuple[Action, ...]:
    """List all open steps by gain per effort, then by what the finding costs per effort, then by gravity.

    What is waived has none: somebody answers for it.

    Steps of one finding and effort keep the order that its rule gives them.
    """
    groups: list[tuple[Decimal, Decimal, int, tuple[str, str], int, list[Action]]] = []
    for each in findings:
        if not each.outcome.open or each.waiver is not None:
            continue
        gain, lost = -(each.gain or _NONE), -(each.points_lost or _NONE)
        for cost, steps in _by_effort(each.rule, each.causes):
            # the running number settles every tie before two actions would have to be compared
            found = [Action(each, step) for step in steps]
            groups.append((gain / cost, lost / cost, each.severity.rank, each.key, len(groups), found))
    groups.sort()
    return tuple(action for *_, found in groups for action in found)


@lru_cache(maxsize=4096)
def _by_effort(rule: Rule, causes: tuple[str, ...]) -> tuple[tuple[int, tuple[Step, ...]], ...]:
    """The steps of a finding by what they cost, in its own order."""
    all_steps = rule.steps_for(causes)
    steps = {effort: tuple(step for step in all_steps if step.effort is effort) for effort in Effort}
    return tuple((effort.cost, some) for effort, some in steps.items() if some)


def missing(findings: Iterable[Finding]) -> tuple[str, ...]:
    """Name the metrics that a rule asked for and nobody reported."""
    absent = {
        each.rule.metric for each in findings if each.outcome is Outcome.NO_DATA and each.measurement is None
    }
    return tuple(sorted(metric for metric in absent if metric is not None))


def drifts(findings: Iterable[Finding]) -> Iterable[Notice]:
    """Say where a target that came with a value is not the one in the table."""
    for each in findings:
        applied_by_policy = each.limit if each.policy is None else each.policy.limit
        if each.drift is None or applied_by_policy is None or each.metric is None:
            continue
        unit, about = each.metric.unit, subject(each.rule.title, each.segment)
        kept = applied_by_policy.origin is Origin.TABLE
        given, table = (each.drift, applied_by_policy) if kept else (applied_by_policy, each.drift)
        applied = "the table, which is stricter," if kept else _WHOSE[given.origin]
        message = (
            f"{about}: {_ASKS[given.origin]} {demand(given, unit)}, the table since {table.since} asks for"
            f" {demand(table, unit)}; {applied} was applied."
        )
        where = each.evidence[0] if each.evidence else (None, None)
        yield Notice("policy_drift", message, *where)
