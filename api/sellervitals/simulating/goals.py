"""What can be reached, by name: goals of every account, those of a marketplace, the rungs of its ladders."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from sellervitals.domain.goal import Goal
from sellervitals.domain.ladder import Ladder
from sellervitals.domain.limit import Limit
from sellervitals.domain.marketplace import Marketplace
from sellervitals.domain.rule import Rule
from sellervitals.domain.words import folded
from sellervitals.plugins import Registry

RULE = "rule:"
"""What the name of a rule begins with where it is a gate."""
SAFE = "safe"
CLEAN = "clean"
_ACCOUNT = (None,)
_NO_NEEDS: Mapping[str, tuple[Limit, ...]] = {}


class Gate(NamedTuple):
    """What must hold.

    ``rules`` are those whose findings are looked at; they must pass where ``passing``, and else not fail.
    ``named`` is True where a rule that nothing was reported about leaves the gate in doubt. ``needs`` are
    limits that must be met, by metric, on one of ``segments``; ``owner`` holds their sources.
    """

    id: str
    title: str
    rules: tuple[Rule, ...] = ()
    passing: bool = True
    named: bool = True
    needs: Mapping[str, tuple[Limit, ...]] = _NO_NEEDS
    segments: tuple[str | None, ...] = _ACCOUNT
    owner: Ladder | Goal | None = None


class UnknownGateError(Exception):
    """A name is no gate, or that of several; ``problem`` says so as a sentence."""

    def __init__(self, problem: str) -> None:
        super().__init__(problem)
        self.problem = problem


def gates(registry: Registry, marketplace: Marketplace) -> Iterator[Gate]:
    """List the gates of a marketplace; beside them every rule is one, by ``rule:`` and its id."""
    rules = tuple(registry.rules_of(marketplace.id))
    yield Gate(SAFE, "Nothing that was reported fails", rules, passing=False, named=False)
    yield Gate(CLEAN, "Nothing that was reported is open, not even a warning", rules, named=False)
    for goal in marketplace.goals:
        named = tuple(registry.rules[each] for each in goal.rules)
        yield Gate(goal.id, goal.title, named, needs=goal.needs, owner=goal)
    for ladder in marketplace.ladders:
        for rung in ladder.rungs[:-1]:  # the last one asks for nothing
            ident, title = f"{ladder.id}:{rung.name}", f"{rung.title} ({ladder.title})"
            yield Gate(ident, title, needs=rung.needs, segments=ladder.segments, owner=ladder)


def gate_named(registry: Registry, marketplace: Marketplace, name: str) -> Gate:
    """Find a gate by its id, or by the name of its rung alone where only one ladder has it.

    Case, spaces, underscores and hyphens make no difference. UnknownGateError where it is none, or several.
    """
    if name.startswith(RULE):
        rule = registry.rules.get(name.removeprefix(RULE))
        if rule is None or rule.marketplace != marketplace.id:
            raise UnknownGateError(f"{name!r} is no rule of {marketplace.id}.")
        return Gate(name, f"{rule.title} passes", (rule,))
    known = tuple(gates(registry, marketplace))
    wanted = folded(name)
    exact = [each for each in known if folded(each.id) == wanted]
    if exact:
        return exact[0]
    short = [each for each in known if wanted in _short(each)]
    if len(short) == 1:
        return short[0]
    several = ", ".join(each.id for each in short)
    if short:
        raise UnknownGateError(f"{name!r} is on several ladders: {several}.")
    listed = ", ".join(each.id for each in known)
    raise UnknownGateError(
        f"{name!r} is no goal of {marketplace.id}; known are {listed}, and rule:<rule id>."
    )


def _short(gate: Gate) -> set[str]:
    """Give the names of a rung without its ladder."""
    if not isinstance(gate.owner, Ladder):
        return set()
    name = gate.id.partition(":")[2]
    return {folded(each) for rung in gate.owner.rungs if rung.name == name for each in (name, rung.title)}
