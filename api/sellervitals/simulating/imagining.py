"""From the changes that a caller names to a changed account: nothing is passed over in silence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from sellervitals.domain.marketplace import Marketplace, Snapshot
from sellervitals.domain.measurement import Measurement, Metric, Unit
from sellervitals.domain.pointer import token
from sellervitals.domain.wording import subject
from sellervitals.own.metrics import no_metric
from sellervitals.plain_metrics import Reader
from sellervitals.problems import Fault, RefusedError
from sellervitals.simulating.altering import ImpossibleError, Move, altered, moved, sharing, words

ORDERS = "orders"
"""What ``clean_orders`` speaks of, where several things are counted."""
_FIELDS = {"removed": "/remove", "bad": "/add/bad", "good": "/add/good"}

Key = tuple[str, str | None]


class Change(NamedTuple):
    """What a caller would change of one measurement, and where in the request that stands."""

    pointer: str
    metric: str
    given: Mapping[str, Any]


class Imagined(NamedTuple):
    """A changed account, and what was assumed to make it."""

    snapshot: Snapshot
    assumptions: tuple[str, ...]


def listed(metrics: Mapping[str, Any], pointer: str) -> Iterator[Change]:
    """List the changes by metric, one or several of each."""
    for name, given in metrics.items():
        at = f"{pointer}/{token(name)}"
        if isinstance(given, list):
            yield from (Change(f"{at}/{place}", name, each) for place, each in enumerate(given))
        else:
            yield Change(at, name, given)


def imagine(
    marketplace: Marketplace, snapshot: Snapshot, changes: Mapping[str, Any], *, pointer: str = "/changes"
) -> Imagined:
    """Change a snapshot; first each measurement for itself, then the good events for all.

    Args:
        marketplace: whose metrics it has.
        snapshot: the account as it is.
        changes: ``metrics``, ``clean_orders`` and ``clean``, as loaded.
        pointer: where they stand in the request.

    Raises:
        RefusedError: with every change that cannot be.
    """
    made = _Imagination(marketplace, snapshot)
    for each in listed(changes.get("metrics") or {}, f"{pointer}/metrics"):
        made.change(each)
    if not made.faults:
        for at, what, count in _clean(changes, pointer):
            made.clean(at, what, count)
    if made.faults:
        raise RefusedError.of(made.faults)
    return Imagined(made.snapshot, tuple(made.assumptions()))


def _clean(changes: Mapping[str, Any], pointer: str) -> Iterator[tuple[str, str | None, int]]:
    if changes.get("clean_orders") is not None:
        yield f"{pointer}/clean_orders", None, changes["clean_orders"]
    for what, count in (changes.get("clean") or {}).items():
        yield f"{pointer}/clean/{token(what)}", what, count


class _Imagination:
    def __init__(self, marketplace: Marketplace, snapshot: Snapshot) -> None:
        self.marketplace, self.before = marketplace, snapshot
        self.measured = list(snapshot.measurements)
        self.changed: dict[Key, Measurement] = {}
        self.faults: list[Fault] = []
        self.shared: list[str] = []
        self.events = self.removed = False
        self.seen: set[Key] = set()

    @property
    def snapshot(self) -> Snapshot:
        """The account as it would be."""
        return self.before._replace(measurements=tuple(self.measured))

    def change(self, change: Change) -> None:
        """Make one change; what cannot be is put to ``faults``."""
        known = self._known(change)
        if known is None:
            return
        metric, key = known
        if key in self.seen:
            self._fault(change.pointer, f"{subject(metric.id, key[1])} is changed twice.")
        self.seen.add(key)
        given, before = change.given, self._at(key)
        measurement = before
        if "set" in given:
            measurement = self._set(change, metric, key, before)
            if measurement is None:
                return
        if measurement is None:
            self._fault(change.pointer, f"{self._name(key)} was not reported, so only `set` can change it.")
            return
        for at, move in _moves(given, key):
            try:
                after = moved(measurement, metric, move)
            except ImpossibleError as problem:
                where = at or _FIELDS[problem.field]
                self._fault(f"{change.pointer}{where}", f"{problem.problem}.")
                return
            self.events |= not move.nothing
            self.removed |= bool(move.removed)
            measurement = after
        self._put(key, measurement)

    def clean(self, pointer: str, what: str | None, count: int) -> None:
        """Let good events happen to all rates that count them."""
        if not count:
            return
        known = words(self.marketplace, self.snapshot)
        what = what or (ORDERS if ORDERS in known or len(known) != 1 else known[0])
        several = sharing(self.marketplace, self.snapshot, what)
        if not several:
            listed_ = ", ".join(known) or "nothing that counts are known of"
            detail = (
                f"no rate of {what} was reported with its counts; counted are {listed_}: name it in `clean`."
            )
            self._fault(pointer, detail)
            return
        for each in several:
            metric, key = self.marketplace.by_id[each.metric], (each.metric, each.segment)
            self._put(key, moved(each, metric, Move(*key, good=count)))
        self.events = True
        names = ", ".join(subject(each.metric, each.segment) for each in several)
        self.shared.append(f"The {count:,} {what} without fault count in every rate of {what}: {names}.")

    def assumptions(self) -> Iterator[str]:
        """Say what was taken for granted."""
        yield from self.shared
        if self.events:
            yield "Windows stand still: nothing that is counted today leaves while the changes happen."
        if self.removed:
            yield "A bad event that is removed is no longer held against the seller; its order still counts."
        kept = [each for key, each in self.changed.items() if self._told(key)]
        if kept:
            names = ", ".join(subject(each.metric, each.segment) for each in kept)
            yield f"What the marketplace itself says of these no longer holds, as they changed: {names}."
        if any(each.parts for each in self.changed.values()):
            yield "Which part an event belongs to is not known: each part is the most that it can be."

    def _told(self, key: Key) -> bool:
        before = next((each for each in self.before.measurements if (each.metric, each.segment) == key), None)
        return before is not None and bool(before.verdict or before.breakdown or before.quotes)

    def _known(self, change: Change) -> tuple[Metric, Key] | None:
        """Find the metric and segment that a change is about; a name of the caller's own is a segment."""
        segment = change.given.get("segment")
        metric = self.marketplace.by_id.get(change.metric)
        if metric is None:
            own = change.metric if segment is None else f"{change.metric}, {segment}"
            named = [
                each
                for each in self.measured
                if each.segment == own and each.metric in self.marketplace.families
            ]
            if named:
                return self.marketplace.by_id[named[0].metric], (named[0].metric, own)
            self._fault(change.pointer, no_metric(self.marketplace, change.metric), "unknown-field")
            return None
        reported = [each.segment for each in self.measured if each.metric == metric.id]
        if segment is None and None not in reported and reported:
            if len(reported) > 1:
                several = ", ".join(map(str, reported))
                detail = f"is missing: {metric.id} was reported for {several}."
                self._fault(f"{change.pointer}/segment", detail)
                return None
            segment = reported[0]
        return metric, (metric.id, segment)

    def _set(
        self, change: Change, metric: Metric, key: Key, before: Measurement | None
    ) -> Measurement | None:
        """Read what is set as a plain metric is read; a count that is not named stays."""
        at, given = f"/metrics/{token(metric.id)}", dict(change.given["set"])
        counts = given.keys() & {"numerator", "denominator"}
        if before is not None and len(counts) == 1:
            for name in {"numerator", "denominator"} - counts:
                kept = getattr(before, name)
                given.update({} if kept is None else {name: kept})
        if key[1] is not None:
            given["segment"] = key[1]
        reader = Reader(self.marketplace, self.before.site, date.min)  # nothing that is set has a window
        (read,) = reader.read({metric.id: given}) or (None,)
        for fault in reader.faults:
            place = fault.pointer.removeprefix(at)
            where = place if place == "/segment" else f"/set{place}"
            self.faults.append(Fault(f"{change.pointer}{where}", fault.code, fault.detail))
        if read is None or reader.faults:
            return None
        if before is None:
            return read
        parts = read.parts if "parts" in given else {}
        if metric.unit is Unit.COUNT and "value" not in given:
            return None
        return altered(
            before,
            value=read.value,
            digits=read.digits,
            numerator=read.numerator,
            denominator=read.denominator,
            parts=parts,
        )

    def _at(self, key: Key) -> Measurement | None:
        return next((each for each in self.measured if (each.metric, each.segment) == key), None)

    def _put(self, key: Key, measurement: Measurement) -> None:
        for place, each in enumerate(self.measured):
            if (each.metric, each.segment) == key:
                if each is not measurement:
                    self.measured[place] = self.changed[key] = measurement
                return
        self.measured.append(measurement)
        self.changed[key] = measurement

    def _name(self, key: Key) -> str:
        return subject(*key)

    def _fault(self, pointer: str, detail: str, code: str = "validation-failed") -> None:
        self.faults.append(Fault(pointer, code, detail))


def _moves(given: Mapping[str, Any], key: Key) -> Iterable[tuple[str, Move]]:
    """Give what happens, in its order: events that come, good ones, bad ones that go."""
    added = given.get("add") or {}
    yield "", Move(*key, bad=added.get("bad", 0), good=added.get("good", 0))
    yield "/clean", Move(*key, good=given.get("clean", 0))
    yield "/remove", Move(*key, removed=given.get("remove", 0))
