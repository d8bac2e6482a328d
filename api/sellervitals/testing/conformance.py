"""The suite that holds a whole plugin to the contract: subclass it and name the plugin."""

from __future__ import annotations

import ast
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from importlib import import_module
from itertools import cycle, pairwise, product
from pathlib import Path
from random import Random
from typing import Any, ClassVar

from sellervitals.domain.document import UnreadableError
from sellervitals.domain.finding import Finding, Outcome
from sellervitals.domain.ladder import Ladder
from sellervitals.domain.limit import Limit, limit_on
from sellervitals.domain.marketplace import Marketplace
from sellervitals.domain.measurement import Measurement, Unit
from sellervitals.domain.rate import Rate
from sellervitals.domain.rule import Rule
from sellervitals.domain.table import Table, Tables
from sellervitals.encoding import Provenance, encode
from sellervitals.engine import Engine, Evaluation
from sellervitals.intake import take
from sellervitals.plugins import PluginInfo, Registry, discover
from sellervitals.rollups import roll_up
from sellervitals.testing.builders import snapshot
from sellervitals.testing.gallery import JUNK, UNHEARD, awkward, broken_tables, from_good_to_bad, rows

OPEN_TO_PLUGINS = frozenset({"plugin", "testing"})
"""The modules of sellervitals that a plugin may import."""
_LATEST = date(2035, 1, 1)


class PluginConformance:
    """Holds a plugin to the contract; pytest collects one test per promise.

    ``class TestAcme(PluginConformance): plugin = "acme"`` is a whole test module. ``samples`` may hold
    one content per document type, JSON parsed with ``parse_float=Decimal``, tables as text.
    """

    plugin: ClassVar[str] = ""
    samples: ClassVar[Mapping[str, Any]] = {}

    def test_is_found_by_its_entry_point(self) -> None:
        names = [each.name for each in discover().plugins]
        _hold(names.count(self.plugin) == 1, f"{self.plugin!r} is not among the entry points {names}")

    def test_loads(self) -> None:
        info = self._info
        _hold(info.status == "loaded", f"{self.plugin} is {info.status}: {info.error}")
        _hold(bool(info.rules or info.marketplace), f"{self.plugin} brings neither rules nor a marketplace")

    def test_ids_stand_under_its_name(self) -> None:
        for ident in (*self._info.rules, *self._info.documents):
            _hold(ident.startswith(f"{self.plugin}."), f"{ident} does not begin with {self.plugin}.")

    def test_rules_have_three_to_seven_distinct_steps(self) -> None:
        for rule in self._rules:
            _hold(3 <= len(rule.steps) <= 7, f"{rule.id} has {len(rule.steps)} steps, 3 to 7 are wanted")  # noqa: PLR2004
            for field in ("id", "text"):
                said = [getattr(step, field) for step in rule.steps]
                _hold(len(set(said)) == len(said), f"{rule.id} has two steps with one {field}")

    def test_limits_have_a_source(self) -> None:
        for rule in self._rules:
            for limit in rule.limits:
                _hold(limit.source in rule.references, f"{rule.id}: {limit.source!r} is no reference")

    def test_references_are_https_or_have_no_address(self) -> None:
        own = self._registry.marketplaces.get(self.plugin)
        given = list(own.references) if own is not None else []
        given += [each for ladder in self._ladders for each in ladder.references.values()]
        for rule in self._rules:
            given += rule.references.values()
        for each in given:
            _hold(each.url == "" or each.url.startswith("https://"), f"{each.title}: {each.url} is not https")

    def test_limits_ascend_by_date(self) -> None:
        for name, limits in self._tables():
            newest: dict[tuple[str, str | None], date] = {}
            for limit in limits:
                for site in limit.sites:
                    key = (site, limit.segment)
                    earlier = newest.get(key, date.min)
                    _hold(earlier < limit.since, f"{name}: {limit.since} stands after {earlier} for {key}")
                    newest[key] = limit.since

    def test_a_better_rung_never_asks_for_less(self) -> None:
        for ladder, metric in ((each, metric) for each in self._ladders for metric in sorted(each.metrics)):
            tables = [rung.needs.get(metric, ()) for rung in ladder.rungs]
            every = [limit for limits in tables for limit in limits]
            sites = sorted({site for limit in every for site in limit.sites})
            for site, day in product(sites, sorted({limit.since for limit in every})):
                found = [limit_on(limits, day, site, None) for limits in tables]
                asked = [limit for limit in found if limit is not None]
                for better, worse in pairwise(asked):
                    same = (better.must_be, better.fail) == (worse.must_be, worse.fail)
                    kept = same or better.fail is None or worse.met(better.fail, None)
                    _hold(kept, f"ladder {ladder.id} asks for more of {metric} on a worse rung in {site}")

    def test_metrics_exist(self) -> None:
        registry = self._registry
        for rule in self._rules:
            known = registry.marketplaces[rule.marketplace].by_id
            named = {*rule.reads, *([rule.metric] if rule.metric else [])} - {"*"}
            _hold(named <= set(known), f"{rule.id} names unknown metrics: {sorted(named - set(known))}")

    def test_scorecard_weighs_every_rule(self) -> None:
        own = self._registry.marketplaces.get(self.plugin)
        for rule in self._rules:
            if own is not None and rule.marketplace == self.plugin:
                _hold(rule.id in own.scorecard.weights, f"the scorecard does not weigh {rule.id}")

    def test_no_rule_raises(self) -> None:
        for found in self._judged_awkwardly():
            for each in found.findings:
                if each.outcome is Outcome.ERROR:
                    raise AssertionError(f"{each.rule.id}: {each.message} It was given {each.measurement}")
            broken = [each.message for each in found.notices if each.code == "level_failed"]
            _hold(not broken, f"level: {broken}")

    def test_unknown_is_never_healthy(self) -> None:
        for marketplace, engine in self._engines():
            for site in (None, *marketplace.sites):
                nothing = engine.evaluate(snapshot(marketplace.id, (), day=_LATEST, site=site))
                _hold(nothing.score.band == "unknown", f"no data is {nothing.score.band} in {site}")
                for each in nothing.findings:
                    _hold(not each.outcome.judged, f"{each.rule.id} judges no data in {site}: {each.message}")
                for metric in marketplace.metrics:
                    for given in awkward(metric):
                        self._hold_unknown(engine, marketplace, given, site)

    @staticmethod
    def _hold_unknown(engine: Engine, marketplace: Marketplace, given: Measurement, site: str | None) -> None:
        if given.decisive is not None and given.value != UNHEARD:
            return
        found = engine.evaluate(snapshot(marketplace.id, [given], day=_LATEST, site=site))
        for each in found.findings:
            if each.rule.metric == given.metric:
                said = "a state never heard of" if given.value == UNHEARD else "no value"
                _hold(each.outcome is not Outcome.PASS, f"{each.rule.id} passes on {said}: {each.message}")

    def test_rules_are_pure(self) -> None:
        shuffled = Random(7)  # noqa: S311 - a fixed shuffle
        for marketplace, engine in self._engines():
            for row in rows(marketplace.metrics):
                apart = [each._replace(segment=f"{n}") for n, each in enumerate(row)] + list(row)
                first = self._said(engine, marketplace, apart)
                _hold(
                    first == self._said(engine, marketplace, apart), "the same account is judged differently"
                )
                shuffled.shuffle(apart)
                again = self._said(engine, marketplace, apart)
                _hold(first == again, f"the order of measurements changes {sorted(set(first) ^ set(again))}")

    @staticmethod
    def _said(engine: Engine, marketplace: Marketplace, given: Iterable[Measurement]) -> list[str]:
        found = engine.evaluate(snapshot(marketplace.id, given, day=_LATEST))
        return sorted(repr(each) for each in found.findings)

    def test_readers_claim_no_junk(self) -> None:
        registry = self._registry
        for kind in self._info.documents:
            for junk in JUNK:
                try:
                    claimed = registry.documents[kind].recognises(junk)
                except Exception as problem:
                    raise AssertionError(f"{kind} raises {problem!r} on {junk!r:.80}") from problem
                _hold(not claimed, f"{kind} claims {junk!r:.80}")

    def test_broken_tables_are_refused_in_words(self) -> None:
        registry = self._registry
        for kind, text in self._table_samples():
            for broken in broken_tables(text):
                try:
                    if registry.documents[kind].recognises(broken):
                        self._rolled(registry.documents[kind].read(broken).tables)
                except UnreadableError:
                    continue
                except Exception as problem:
                    raise AssertionError(f"{kind} raises {problem!r} on {broken!r:.200}") from problem

    def test_rollups_survive_what_is_missing(self) -> None:
        for tables in self._sampled():
            self._rolled([each._replace(rows=()) for each in tables])
            for each in tables:
                self._rolled([each])
                self._rolled([other for other in tables if other is not each])

    def test_rollups_are_pure(self) -> None:
        for tables in self._sampled():
            before = repr(tables)
            first = self._rolled(tables)
            _hold(first == self._rolled(tables), "the same tables are measured differently")
            _hold(repr(tables) == before, "a roll-up changes the tables it is given")

    def test_the_order_of_rows_changes_no_number(self) -> None:
        shuffled = Random(7)  # noqa: S311 - a fixed shuffle
        for tables in self._sampled():
            first = list(map(_numbers, self._rolled(tables)))
            others = [each._replace(rows=shuffled.sample(each.rows, len(each.rows))) for each in tables]
            again = list(map(_numbers, self._rolled(others)))
            _hold(first == again, f"the order of rows changes {first} to {again}")

    def test_samples_are_read(self) -> None:
        registry = self._registry
        for kind, content in self.samples.items():
            claims = [each.type for each in registry.documents.values() if each.recognises(content)]
            _hold(claims == [kind], f"the sample of {kind} is claimed by {claims}")
            marketplace = registry.marketplaces[self.plugin]
            reading = registry.documents[kind].read(content)
            _hold(bool(reading.measurements or reading.tables), f"{kind} reads nothing from its sample")
            for table in reading.tables:
                _hold(table.name == kind, f"{kind} gives a table with the name {table.name}")
                _hold(table.site in {None, *marketplace.sites}, f"{kind} names the unknown site {table.site}")
            for each in (*reading.measurements, *reading.history):
                _hold(each.metric in marketplace.by_id, f"{kind} reads the unknown metric {each.metric}")
                _hold(each.document == kind, f"{kind}: {each.metric} does not say where it stood")
                _hold(each.site in {None, *marketplace.sites}, f"{kind} names the unknown site {each.site}")

    def test_worse_never_scores_better(self) -> None:
        for marketplace, engine in self._engines():
            for rule in self._rules:
                metric = marketplace.by_id.get(rule.metric or "")
                if metric is None or metric.unit is not Unit.RATIO or rule.marketplace != marketplace.id:
                    continue
                for site, segment, day in _places(rule, marketplace):
                    before: Finding | None = None
                    for rate in from_good_to_bad(metric, rule.limits):
                        given = Measurement(metric.id, segment, rate, site=site)
                        account = snapshot(marketplace.id, [given], day=day, site=site)
                        found = _of(rule, engine.evaluate(account))
                        if not found.outcome.judged:
                            continue
                        _hold(
                            before is None or not _better(found, before),
                            f"{rule.id} prefers the worse: {found.message}",
                        )
                        before = found

    def test_messages_carry_units(self) -> None:
        for marketplace, engine in self._engines():
            rates = [each for each in marketplace.metrics if each.unit is Unit.RATIO]
            for site in (None, *marketplace.sites):
                for metric in rates:
                    for bare, rate in (("98.7654", Rate(987654, 10**6)), ("1.2345", Rate(12345, 10**6))):
                        given = Measurement(metric.id, value=rate, site=site)
                        found = engine.evaluate(snapshot(marketplace.id, [given], day=_LATEST, site=site))
                        for each in found.findings:
                            said = each.message.replace(f"{bare} %", "").replace(f"{bare}%", "")
                            bad = bare in said or str(rate) in said
                            _hold(not bad, f"{each.rule.id} writes a rate without its unit: {each.message}")

    def test_results_are_json(self) -> None:
        when = datetime(2026, 1, 1, tzinfo=UTC)
        made_by = Provenance("0", {}, "", "")
        registry = self._registry
        engine = Engine(registry)
        samples = [{"documents": [{"type": kind, "content": each}]} for kind, each in self.samples.items()]
        read = [
            engine.evaluate(account)
            for sample in samples
            for account in take(registry, sample, today=when.date())
        ]
        for found in (*self._judged_awkwardly(), *read):
            try:
                json.loads(encode(found, id=None, observed_at=when, provenance=made_by))
            except (TypeError, ValueError, ArithmeticError) as problem:
                raise AssertionError(f"a result cannot be sent: {problem!r}, {found.snapshot}") from problem

    def test_imports_only_the_sdk(self) -> None:
        module = import_module(self._info.module.partition(":")[0].partition(".")[0])
        folders = [Path(each) for each in getattr(module, "__path__", ())]
        files = [file for each in folders for file in each.rglob("*.py")] or [Path(str(module.__file__))]
        for file in files:
            for line, name in _imports(file):
                inner = name.partition("sellervitals.")[2].partition(".")[0]
                _hold(inner in OPEN_TO_PLUGINS, f"{file.name}, line {line} imports {name}")

    @property
    def _registry(self) -> Registry:
        return discover()

    @property
    def _info(self) -> PluginInfo:
        found = [each for each in discover().plugins if each.name == self.plugin]
        _hold(len(found) == 1, f"the plugin {self.plugin!r} is not installed")
        return found[0]

    @property
    def _rules(self) -> list[Rule]:
        registry = self._registry
        return [rule for ident, rule in registry.rules.items() if ident.startswith(f"{self.plugin}.")]

    @property
    def _ladders(self) -> tuple[Ladder, ...]:
        own = self._registry.marketplaces.get(self.plugin)
        return () if own is None else own.ladders

    def _tables(self) -> Iterator[tuple[str, tuple[Limit, ...]]]:
        """Every table of limits with the name of where it stands."""
        yield from ((rule.id, rule.limits) for rule in self._rules)
        for ladder, rung in ((each, rung) for each in self._ladders for rung in each.rungs):
            yield from (
                (f"{ladder.id}, {rung.name}, {metric}", limits) for metric, limits in rung.needs.items()
            )

    def _engines(self) -> Iterator[tuple[Marketplace, Engine]]:
        """An engine per marketplace that knows the plugin's own rules alone."""
        rules, marketplaces = self._rules, self._registry.marketplaces
        for name in sorted({rule.marketplace for rule in rules}):
            alone = {rule.id: rule for rule in rules if rule.marketplace == name}
            one = marketplaces[name]
            yield one, Engine(Registry(marketplaces={name: one}, rules=alone))

    def _table_samples(self) -> list[tuple[str, str]]:
        return [(kind, each) for kind, each in self.samples.items() if isinstance(each, str)]

    def _sampled(self) -> list[list[Table]]:
        """The tables of the samples, all together by site."""
        registry = self._registry
        readings = [registry.documents[kind].read(each) for kind, each in self.samples.items()]
        tables = [table for reading in readings for table in reading.tables]
        sites = {each.site for each in tables}
        return [[each for each in tables if each.site in {site, None}] for site in sorted(sites, key=str)]

    def _rolled(self, tables: Sequence[Table]) -> tuple[Measurement, ...]:
        """Measure tables by the plugin's own roll-ups, none of which may break."""
        marketplace = self._registry.marketplaces[self.plugin]
        site = next((each.site for each in tables if each.site is not None), None)
        given = Tables(_LATEST, site, {each.name: each for each in tables})
        found, notices = roll_up(marketplace, given, ())
        _hold(not notices, f"{[each.message for each in notices]} The log has the traceback.")
        return found

    def _judged_awkwardly(self) -> Iterator[Evaluation]:
        """Judge everything awkward before and after all limits, and something on every site and date."""
        for marketplace, engine in self._engines():
            days = _days(each for each in self._rules if each.marketplace == marketplace.id)
            everything = list(rows(marketplace.metrics))
            places: list[tuple[str | None, date, tuple[Measurement, ...]]]
            places = [(None, day, row) for day in (days[0], days[-1]) for row in everything]
            everywhere = zip(product(marketplace.sites, days), cycle(everything), strict=False)
            places += [(site, day, row) for (site, day), row in everywhere]
            for site, day, row in places:
                yield engine.evaluate(snapshot(marketplace.id, row, day=day, site=site))


def _hold(promise: bool, otherwise: str) -> None:  # noqa: FBT001 - it reads as an assertion
    """Assert with a message that needs no help from pytest."""
    if not promise:
        raise AssertionError(otherwise)


def _days(rules: Iterable[Rule]) -> list[date]:
    """The first day of every limit, and the day before all."""
    since = sorted({limit.since for rule in rules for limit in rule.limits})
    return [*([since[0] - timedelta(days=1)] if since else []), *since, _LATEST]


def _places(rule: Rule, marketplace: Marketplace) -> Iterator[tuple[str | None, str | None, date]]:
    segments = {None, *(each.segment for each in rule.limits)}
    for site in (None, *marketplace.sites):
        for segment in sorted(segments, key=str):
            for day in _days([rule]):
                yield site, segment, day


def _of(rule: Rule, evaluation: Evaluation) -> Finding:
    return next(each for each in evaluation.findings if each.rule is rule)


def _better(found: Finding, before: Finding) -> bool:
    """Say whether the worse rate came off better, by its outcome or by its health."""
    if found.outcome.rank > before.outcome.rank:
        return True
    return found.health is not None and before.health is not None and found.health > before.health


def _numbers(measurement: Measurement) -> tuple[Any, ...]:
    """What may not depend on the order of rows; of equally bad items any may be listed."""
    breakdown = measurement.breakdown
    behind = None if breakdown is None else (breakdown.total, breakdown.money, breakdown.deadlines)
    return measurement._replace(breakdown=None), behind


def _imports(file: Path) -> Iterator[tuple[int, str]]:
    """Every import of sellervitals in a file, as ``sellervitals.<module>``."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names = [each.name for each in node.names]
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            plain = node.module == "sellervitals"
            names = [f"sellervitals.{each.name}" for each in node.names] if plain else [str(node.module)]
        else:
            continue
        yield from ((node.lineno, name) for name in names if name.partition(".")[0] == "sellervitals")
