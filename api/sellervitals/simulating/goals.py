"""What can be reached, by name: goals of every account, those of a marketplace, the rungs of its ladders."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from sellervitals.domain.goal import Goal as OwnGoal
from sellervitals.domain.ladder import Ladder
from sellervitals.domain.limit import Limit
from sellervitals.domain.marketplace import Marketplace
from sellervitals.domain.rule import Rule
from sellervitals.domain.words import folded
from sellervitals.plugins import Registry

RULE = "rule:"
"""What the name of a rule begins with where it is a goal."""
SAFE = "safe"
CLEAN = "clean"
_ACCOUNT = (None,)
_NO_NEEDS: Mapping[str, tuple[Limit, ...]] = {}


class Goal(NamedTuple):
    """What must hold.

    ``rules`` are those whose findings are looked at; they must pass where ``passing``, and else not fail.
    ``named`` is True where a rule that nothing was reported about leaves the goal in doubt. ``needs`` are
    limits that must be met, by metric, on one of ``segments``; ``owner`` holds their sources.
    """

    id: str
    title: str
    rules: tuple[Rule, ...] = ()
    passing: bool = True
    named: bool = True
    needs: Mapping[str, tuple[Limit, ...]] = _NO_NEEDS
    segments: tuple[str | None, ...] = _ACCOUNT
    owner: Ladder | OwnGoal | None = None


class UnknownGoalError(Exception):
    """A name is no goal, or that of several; ``problem`` says so as a sentence."""

    def __init__(self, problem: str) -> None:
        super().__init__(problem)
        self.problem = problem


def goals(registry: Registry, marketplace: Marketplace) -> Iterator[Goal]:
    """List the goals of a marketplace; beside them every rule is one, by ``rule:`` and its id."""
    rules = tuple(registry.rules_of(marketplace.id))
    yield Goal(SAFE, "Nothing that was reported fails", rules, passing=False, named=False)
    yield Goal(CLEAN, "Nothing that was reported is open, not even a warning", rules, named=False)
    for goal in marketplace.goals:
        named = tuple(registry.rules[each] for each in goal.rules)
        yield Goal(goal.id, goal.title, named, needs=goal.needs, owner=goal)
    for ladder in marketplace.ladders:
        for rung in ladder.rungs[:-1]:  # the last one asks for nothing
            ident, title = f"{ladder.id}:{rung.name}", f"{rung.title} ({ladder.title})"
            yield Goal(ident, title, needs=rung.needs, segments=ladder.segments, owner=ladder)


def goal_named(registry: Registry, marketplace: Marketplace, name: str) -> Goal:
    """Find a goal by its id, or by the name of its rung alone where only one ladder has it.

    Case, spaces, underscores and hyphens make no difference. UnknownGoalError where it is none, or several.
    """
    if name.startswith(RULE):
        rule = registry.rules.get(name.removeprefix(RULE))
        if rule is None or rule.marketplace != marketplace.id:
            raise UnknownGoalError(f"{name!r} is no rule of {marketplace.id}.")
        return Goal(name, f"{rule.title} passes", (rule,))
    known = tuple(goals(registry, marketplace))
    wanted = folded(name)
    exact = [each for each in known if folded(each.id) == wanted]
    if exact:
        return exact[0]
    short = [each for each in known if wanted in _short(each)]
    if len(short) == 1:
        return short[0]
    several = ", ".join(each.id for each in short)
    if short:
        raise UnknownGoalError(f"{name!r} is on several ladders: {several}.")
    listed = ", ".join(each.id for each in known)
    raise UnknownGoalError(
        f"{name!r} is no goal of {marketplace.id}; known are {listed}, and rule:<rule id>."
    )


def _short(goal: Goal) -> set[str]:
    """Give the names of a rung without its ladder."""
    if not isinstance(goal.owner, Ladder):
        return set()
    name = goal.id.partition(":")[2]
    return {folded(each) for rung in goal.owner.rungs if rung.name == name for each in (name, rung.title)}
