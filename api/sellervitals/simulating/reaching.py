"""What reaches a goal: the smallest single change of each kind, and the cheapest combination.

Every answer was tried on the account, by the engine that judges it, before it is given.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from sellervitals.domain.marketplace import Marketplace, Snapshot
from sellervitals.domain.measurement import Better, Measurement, Metric, Unit
from sellervitals.engine import Engine, Evaluation
from sellervitals.foresight.cheapest import Counts, Line, Plan, cheapest, clean_alone, removals_alone
from sellervitals.limits import SEARCHED
from sellervitals.simulating.altering import Move, apply, sharing
from sellervitals.simulating.demands import Demand, Status, demands
from sellervitals.simulating.goals import Goal

Key = tuple[str, str | None]
"""A metric and a segment."""


class LeverKind(StrEnum):
    """What can be done."""

    CLEAN = "clean"
    """Let good events come, such as orders without a defect."""
    REMOVE = "remove"
    """Have bad events taken away, such as a defect that is removed on appeal."""
    ADD = "add"
    """Gain points, or more of what is counted."""


class Lever(NamedTuple):
    """One thing to do: for all rates that count ``what``, or for one measurement."""

    kind: LeverKind
    metric: Metric | None
    segment: str | None
    what: str | None


class Step(NamedTuple):
    """So many of one thing; ``amount`` None: no number of it is enough by itself."""

    lever: Lever
    amount: int | None
    effort: Decimal | None


class Combination(NamedTuple):
    """Steps that together clear what is broken; ``proved`` says that nothing is cheaper."""

    steps: tuple[Step, ...]
    effort: Decimal
    proved: bool


class Way(NamedTuple):
    """How an account stands before a goal and what clears it.

    ``stuck`` are broken demands that no event clears, each with the reason. ``doubt`` says why there is no
    combination although nothing is stuck, or what is not certain about it.
    """

    demands: tuple[Demand, ...]
    stuck: tuple[tuple[Demand, str], ...]
    singles: tuple[Step, ...]
    cheapest: Combination | None
    doubt: str

    @property
    def met(self) -> bool:
        """Whether all that is asked holds; where nothing could be asked, nobody knows."""
        return bool(self.demands) and all(each.status is Status.HELD for each in self.demands)

    def of(self, status: Status) -> list[Demand]:
        """Give the demands that stand so."""
        return [each for each in self.demands if each.status is status]


class Efforts(NamedTuple):
    """What one event costs, by kind of lever and, where stated, by metric; None: it cannot be done."""

    kinds: Mapping[LeverKind, Decimal | None]
    metrics: Mapping[str, Mapping[LeverKind, Decimal | None]]

    def of(self, lever: Lever) -> Decimal | None:
        """Give the effort of one event."""
        own = {} if lever.metric is None else self.metrics.get(lever.metric.id, {})
        return own[lever.kind] if lever.kind in own else self.kinds[lever.kind]


DEFAULT_EFFORTS: Mapping[LeverKind, Decimal] = {
    LeverKind.CLEAN: Decimal(1),
    LeverKind.REMOVE: Decimal(25),
    LeverKind.ADD: Decimal(1),
}
"""What is assumed where nobody says it: to have a defect removed is worth 25 good orders."""


def way(engine: Engine, goal: Goal, evaluation: Evaluation, segment: str | None, efforts: Efforts) -> Way:
    """Find what reaches a goal for an account that was judged."""
    return _Finder(engine, goal, evaluation, segment, efforts).way()


class _Finder:
    def __init__(
        self, engine: Engine, goal: Goal, evaluation: Evaluation, segment: str | None, efforts: Efforts
    ) -> None:
        self.engine, self.goal, self.segment, self.efforts = engine, goal, segment, efforts
        self.snapshot: Snapshot = evaluation.snapshot
        self.marketplace: Marketplace = engine.registry.marketplaces[self.snapshot.marketplace]
        self.demands = demands(goal, self.marketplace, evaluation, segment)
        self.broken = [each for each in self.demands if each.status is Status.BROKEN]

    def way(self) -> Way:
        stuck = tuple(self._stuck())
        singles: tuple[Step, ...] = ()
        found: tuple[Combination | None, str] = (None, "")
        if self.broken and not stuck:
            singles = tuple(self._tried(each) for each in self._singles())
            found = self._cheapest()
        return Way(tuple(self.demands), stuck, singles, *found)

    def _stuck(self) -> Iterator[tuple[Demand, str]]:
        """Find what no event clears; rules with a judgement of their own are asked about the best case."""
        own: list[Demand] = []
        for each in self.broken:
            if each.stuck:
                yield each, each.stuck
            elif each.rule is not None and each.rule.evaluate is not None:
                own.append(each)
        if own:
            best = {each.key: self._best_case(each) for each in own}
            after = {(each.rule, each.key): each for each in self._after(best.values())}
            for each in own:
                then = after.get((each.rule, each.key))
                if then is None or then.status is not Status.HELD:
                    why = "it is gone" if then is None else then.why
                    yield each, f"{each.about}: not even the best change of its number clears it. Then: {why}"

    @staticmethod
    def _best_case(demand: Demand) -> Move:
        name, segment = demand.key
        measurement, metric = demand.measurement, demand.metric
        if measurement is None or metric is None:
            raise TypeError(f"{demand.about} is about no measurement")
        if metric.unit is Unit.RATIO:
            return Move(name, segment, removed=measurement.bad(metric.better) or 0)
        value, highest = demand.value, metric.highest
        if metric.better is Better.LOWER and isinstance(value, Decimal):
            return _number_move(metric, segment, int(value))
        if highest is not None and isinstance(value, Decimal):
            return _number_move(metric, segment, int(highest - value))
        return _number_move(metric, segment, demand.events or 0)

    def _after(self, moves: Iterable[Move]) -> list[Demand]:
        """Say how the demands stand after events, by the engine."""
        changed = apply(self.marketplace, self.snapshot, moves)
        return demands(self.goal, self.marketplace, self.engine.evaluate(changed), self.segment)

    def _clears(self, steps: Iterable[Step]) -> bool:
        """Say whether after some steps all is held but what was unknown before."""
        unknown = {(each.rule, each.key) for each in self.demands if each.status is Status.UNKNOWN}
        after = self._after(self.moves(steps))
        return all(each.status is Status.HELD or (each.rule, each.key) in unknown for each in after)

    def moves(self, steps: Iterable[Step]) -> list[Move]:
        """Turn steps into what happens to each measurement."""
        found: list[Move] = []
        for (kind, metric, segment, what), amount, _ in steps:
            if metric is None:
                several = sharing(self.marketplace, self.snapshot, what or "")
                found += [Move(each.metric, each.segment, good=amount or 0) for each in several]
            elif metric.unit is not Unit.RATIO:
                found.append(_number_move(metric, segment, amount or 0))
            elif kind is LeverKind.REMOVE:
                found.append(Move(metric.id, segment, removed=amount or 0))
            else:
                found.append(Move(metric.id, segment, good=amount or 0))
        return found

    def _rates(self) -> dict[str, dict[Key, Counts]]:
        """Put the rates that matter together, by what they count.

        A line that is kept stays kept whatever good happens, unless a larger sample wakes it.
        """
        lines: dict[Key, list[Demand]] = {}
        for each in self.demands:
            if each.lines and (each.status is Status.BROKEN or _may_wake(each)):
                lines.setdefault(each.key, []).append(each)
        found: dict[str, dict[Key, Counts]] = {}
        for key, several in lines.items():
            metric, measurement = several[0].metric, several[0].measurement
            if metric is not None and measurement is not None:
                effort = self.efforts.of(Lever(LeverKind.REMOVE, metric, key[1], None))
                asked = tuple(line for each in several for line in each.lines)
                found.setdefault(metric.denominator, {})[key] = _counts(measurement, metric, asked, effort)
        return found

    def _singles(self) -> Iterator[Step]:
        rates, keys = self._rates(), {each.key: each for each in self.broken}
        words = dict.fromkeys(
            each.metric.denominator for each in self.broken if each.metric and each.metric.unit is Unit.RATIO
        )
        for what in words:
            several = rates[what]
            alone = clean_alone([*several.values()]) if keys.keys() <= several.keys() else None
            yield self._step(Lever(LeverKind.CLEAN, None, None, what), alone)
        only = len(keys) == 1
        for (_, segment), demand in keys.items():
            metric = demand.metric
            if metric is None:
                continue
            if metric.unit is not Unit.RATIO:
                lever = Lever(_number_kind(metric), metric, segment, None)
                yield self._step(lever, self._events(demand.key) if only else None)
                continue
            counts = rates[metric.denominator][demand.key]
            clean = clean_alone([counts]) if only else None
            yield self._step(Lever(LeverKind.CLEAN, metric, segment, None), clean)
            removed = removals_alone(counts) if only else None
            yield self._step(Lever(LeverKind.REMOVE, metric, segment, None), removed)

    def _events(self, key: Key) -> int:
        return max(each.events or 0 for each in self.broken if each.key == key)

    def _step(self, lever: Lever, amount: int | None) -> Step:
        effort = self.efforts.of(lever)
        if amount is None or effort is None:
            return Step(lever, None, None)
        return Step(lever, amount, effort * amount)

    def _tried(self, step: Step) -> Step:
        """Keep an amount only where the engine agrees that it is enough."""
        enough = step.amount is not None and self._clears([step])
        return step if enough else Step(step.lever, None, None)

    def _cheapest(self) -> tuple[Combination | None, str]:
        rates = {what: found for what, found in self._rates().items() if self._asked(found)}
        if sum(map(len, rates.values())) > SEARCHED:
            return None, f"More than {SEARCHED} rates are in question at once; no combination was searched."
        steps: list[Step] = []
        proved = True
        for what, several in rates.items():
            lever = Lever(LeverKind.CLEAN, None, None, what)
            effort = self.efforts.of(lever)
            plan = cheapest([*several.values()], None if effort is None else Fraction(effort))
            if plan is None:
                return None, f"No number of {what} and removals within reach is enough."
            proved = proved and plan.proved
            steps += [self._step(lever, plan.clean), *self._removals(several, plan)]
        numbers = {
            each.key: each for each in self.broken if each.metric and each.metric.unit is not Unit.RATIO
        }
        for key, demand in numbers.items():
            if demand.metric is not None:
                lever = Lever(_number_kind(demand.metric), demand.metric, key[1], None)
                step = self._step(lever, self._events(key))
                if step.amount is None:
                    return None, f"{demand.about} needs {self._events(key):,} and was said to be impossible."
                steps.append(step)
        kept = tuple(each for each in steps if each.amount)
        if not self._clears(kept):
            return (
                None,
                "The combination that the limits ask for was tried and is not enough; it is not told.",
            )
        effort = sum((each.effort or Decimal(0) for each in kept), Decimal(0))
        doubt = "" if proved else "The search ended early: it is enough, and something may be cheaper."
        return Combination(kept, effort, proved), doubt

    def _asked(self, rates: Mapping[Key, Counts]) -> bool:
        return any(each.key in rates for each in self.broken)

    def _removals(self, rates: Mapping[Key, Counts], plan: Plan) -> Iterator[Step]:
        for (name, segment), removed in zip(rates, plan.removals, strict=True):
            metric = self.marketplace.by_id[name]
            yield self._step(Lever(LeverKind.REMOVE, metric, segment, None), removed)


def _may_wake(demand: Demand) -> bool:
    """Say whether a kept line may break when the sample grows; only what plain limits ask is known."""
    if demand.status is not Status.HELD or demand.stuck or demand.measurement is None:
        return False
    own = demand.rule is not None and demand.rule.evaluate is not None
    sample = demand.measurement.denominator or 0
    return not own and any(line.minimum_sample > sample for line in demand.lines)


def _counts(
    measurement: Measurement, metric: Metric, lines: tuple[Line, ...], effort: Decimal | None
) -> Counts:
    top, bottom = measurement.numerator or 0, measurement.denominator or 0
    return Counts(top, bottom, metric.better, lines, None if effort is None else Fraction(effort))


def _number_kind(metric: Metric) -> LeverKind:
    return LeverKind.REMOVE if metric.better is Better.LOWER else LeverKind.ADD


def _number_move(metric: Metric, segment: str | None, amount: int) -> Move:
    if metric.better is Better.LOWER:
        return Move(metric.id, segment, removed=amount)
    return Move(metric.id, segment, good=amount)
