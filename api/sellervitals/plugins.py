"""Find, check, block and list plugins. One registry per app; nothing is global.

Discovery is by entry point alone, for the built-ins as for a stranger's. Two kinds of trouble are told apart:

- a plugin that cannot be imported is listed with its error and left out (or refused, with ``strict``);
- a plugin that loads but says something wrong is refused at start, with one sentence that names the plugin,
  the subject and the field. So are two plugins of one name, which pluggy itself would not notice.
"""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from importlib.metadata import EntryPoint, entry_points
from time import perf_counter_ns
from typing import Any

import pluggy

from sellervitals import hookspecs
from sellervitals.culprit import culprit
from sellervitals.domain.document import Document
from sellervitals.domain.fault import MetadataError, snake
from sellervitals.domain.limit import EVERYWHERE
from sellervitals.domain.marketplace import Marketplace, Scorecard
from sellervitals.domain.measurement import Unit
from sellervitals.domain.rate import Rate
from sellervitals.domain.rule import ALL_METRICS, Rule

log = logging.getLogger(__name__)


class PluginError(Exception):
    """The service must not start: what a plugin says cannot be used."""


@dataclass(slots=True)
class PluginInfo:
    """One line of ``GET /v1/plugins``. ``load_ms`` is the time its import and registration took."""

    name: str
    module: str
    distribution: str
    version: str
    status: str
    error: str = ""
    load_ms: float = 0.0
    marketplace: str | None = None
    rules: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()


@dataclass(slots=True)
class Registry:
    """Everything that the plugins brought, checked and ordered by id."""

    plugins: list[PluginInfo] = field(default_factory=list)
    marketplaces: dict[str, Marketplace] = field(default_factory=dict)
    rules: dict[str, Rule] = field(default_factory=dict)
    documents: dict[str, Document] = field(default_factory=dict)

    @property
    def known_documents(self) -> str:
        """The types of documents that can be read, for a sentence."""
        return ", ".join(self.documents) or "none"

    @property
    def renamed(self) -> dict[str, str]:
        """The ids that rules have today by those they had before."""
        return {alias: rule.id for rule in self.rules.values() for alias in rule.aliases}

    def no_marketplace(self, name: str) -> str:
        """Say that a name is no marketplace here: which there are, or why its plugin is left out."""
        for info in self.plugins:
            if info.name == name and info.status != "loaded":
                return f"the plugin {name} is {info.status}. {info.error}".strip()
        return f"{name!r} is no known marketplace; known are {', '.join(self.marketplaces) or 'none'}."

    def rules_of(self, marketplace: str) -> list[Rule]:
        """The rules that judge accounts of one marketplace, by id."""
        return [rule for rule in self.rules.values() if rule.marketplace == marketplace]


def discover(
    blocked: Iterable[str] = (), *, strict: bool = False, weights: Mapping[str, int] | None = None
) -> Registry:
    """Load every installed plugin that is not blocked and check all that it says.

    Args:
        blocked: entry-point names to leave out.
        strict: refuse to start when a plugin cannot be imported.
        weights: the operator's weights by rule id; they replace those of the scorecards.

    Raises:
        PluginError: with the sentence for the operator.
    """
    found = sorted(entry_points(group=hookspecs.PROJECT), key=lambda each: each.name)
    _refuse_names(found)
    manager = pluggy.PluginManager(hookspecs.PROJECT)
    manager.add_hookspecs(hookspecs)
    registry = Registry()
    off = set(blocked)
    for name in sorted(off):
        manager.set_blocked(name)
    for name in sorted(off.difference(point.name for point in found)):
        log.warning("no plugin called %s is installed, so none was blocked", name)  # it may be misspelt
    for point in found:
        info = _describe(point)
        registry.plugins.append(info)
        if point.name in off:
            info.status = "blocked"
            continue
        started = perf_counter_ns()
        plugin = _load(point, info, strict=strict)
        if plugin is not None:
            _register(manager, registry, info, plugin)
        info.load_ms = round((perf_counter_ns() - started) / 1e6, 3)
    _check_references(registry)
    registry.rules = dict(sorted(registry.rules.items()))
    _reweigh(registry, weights or {})
    return registry


def _refuse_names(found: list[EntryPoint]) -> None:
    for point in found:
        try:
            snake(point.name, f"entry point {point.value}", "name")
        except MetadataError as fault:
            raise PluginError(f"plugin {point.name}: {fault}.") from fault
    for name, times in Counter(point.name for point in found).items():
        if times > 1:
            claims = " and ".join(sorted(point.value for point in found if point.name == name))
            raise PluginError(f"{claims} both claim the plugin name {name!r}; uninstall one of them.")


def _describe(point: EntryPoint) -> PluginInfo:
    owner = point.dist
    return PluginInfo(
        name=point.name,
        module=point.value,
        distribution=owner.name if owner else "",
        version=owner.version if owner else "",
        status="loaded",
    )


def _load(point: EntryPoint, info: PluginInfo, *, strict: bool) -> Any:
    try:
        return point.load()
    except MetadataError as fault:
        raise PluginError(_sentence(point.name, fault)) from fault
    except (Exception, SystemExit) as problem:
        info.status, info.error = "not_loaded", f"{type(problem).__name__}: {problem}"
        if strict:
            raise PluginError(f"plugin {point.name} cannot be imported: {info.error}.") from problem
        return None


def _register(manager: pluggy.PluginManager, registry: Registry, info: PluginInfo, plugin: Any) -> None:
    name = info.name
    try:
        manager.register(plugin, name=name)
        manager.check_pending()
    except pluggy.PluginValidationError as problem:
        raise PluginError(f"plugin {name}: {' '.join(str(problem).split())}.") from problem
    given = {
        caller.name: _ask(name, impl.function)
        for caller in manager.get_hookcallers(plugin) or []
        for impl in caller.get_hookimpls()
        if impl.plugin_name == name
    }
    if not given:
        raise PluginError(f"plugin {name}: implements no hook of sellervitals.")
    if "sellervitals_marketplace" in given:
        marketplace = given["sellervitals_marketplace"]
        _expect(name, "sellervitals_marketplace", marketplace, Marketplace)
        if marketplace.id != name:
            raise PluginError(f"plugin {name}: marketplace {marketplace.id}: id must be {name!r}.")
        registry.marketplaces[name] = marketplace
        info.marketplace = name
    rules = _owned(name, given, "sellervitals_rules", Rule, "id")
    documents = _owned(name, given, "sellervitals_documents", Document, "type")
    registry.rules.update(rules)
    registry.documents.update(documents)
    info.rules, info.documents = tuple(sorted(rules)), tuple(documents)


def _ask(name: str, hook: Any) -> Any:
    try:
        answer = hook()
        return list(answer) if isinstance(answer, Iterable) else answer
    except MetadataError as fault:
        raise PluginError(_sentence(name, fault)) from fault
    except (Exception, SystemExit) as problem:
        sentence = f"plugin {name}: {hook.__name__} raised {type(problem).__name__}: {problem}."
        raise PluginError(sentence) from problem


def _sentence(name: str, fault: MetadataError) -> str:
    """Name the plugin, the rule, the part of it, the field and the line."""
    ident, place = culprit(fault, name)
    rule = f"rule {ident}: " if ident and ident not in fault.subject else ""
    return f"plugin {name}: {rule}{fault}{f' ({place})' if place else ''}."


def _expect(name: str, hook: str, given: Any, kind: type) -> None:
    if not isinstance(given, kind):
        problem = f"{hook} must give a {kind.__name__}, not {type(given).__name__}"
        raise PluginError(f"plugin {name}: {problem}.")


def _owned(name: str, given: Mapping[str, Any], hook: str, kind: type, key: str) -> dict[str, Any]:
    """Collect what a plugin registers; every id must stand under the plugin's own name, once."""
    owned: dict[str, Any] = {}
    answer = given.get(hook, [])
    _expect(name, hook, answer, list)
    for each in answer:
        _expect(name, hook, each, kind)
        ident = getattr(each, key)
        if not ident.startswith(f"{name}."):
            problem = f"{key} must begin with '{name}.', a plugin may not register another's"
            raise PluginError(f"plugin {name}: {kind.__name__.lower()} {ident}: {problem}.")
        if ident in owned:
            raise PluginError(f"plugin {name}: {kind.__name__.lower()} {ident}: {key} is given twice.")
        owned[ident] = each
    return owned


def _check_references(registry: Registry) -> None:
    """Check what can only be checked when all plugins are known."""
    known = registry.marketplaces
    absent = {info.name for info in registry.plugins if info.status != "loaded"}
    for rule in list(registry.rules.values()):
        plugin = rule.id.partition(".")[0]
        if rule.marketplace in absent:
            del registry.rules[rule.id]
            continue
        if rule.marketplace not in known:
            problem = f"marketplace {rule.marketplace!r} is not registered"
            raise PluginError(f"plugin {plugin}: rule {rule.id}: {problem}.")
        check_rule(rule, known[rule.marketplace])
    _check_aliases(registry)
    for name, marketplace in known.items():
        for ident in marketplace.scorecard.weights:
            own = registry.rules.get(ident)
            if own is None or own.marketplace != name or not ident.startswith(f"{name}."):
                card = f"scorecard {marketplace.scorecard.version}"
                problem = f"weights names {ident!r}, which is no rule of {name} for its own marketplace"
                raise PluginError(f"plugin {name}: {card}: {problem}.")
        _check_appeal(marketplace, registry.rules)
        _check_goals(marketplace, registry.rules)
    for document in registry.documents.values():
        _check_document(document, known.get(document.marketplace))


def _check_aliases(registry: Registry) -> None:
    """Refuse an earlier id that another rule has, or had: whose history would it be?"""
    owners: dict[str, str] = {ident: ident for ident in registry.rules}
    for rule in registry.rules.values():
        for alias in rule.aliases:
            owner = owners.setdefault(alias, rule.id)
            if owner != rule.id or alias == rule.id:
                where = f"plugin {rule.id.partition('.')[0]}: rule {rule.id}"
                raise PluginError(f"{where}: aliases names {alias!r}, which is the id of {owner}.")


def check_rule(rule: Rule, marketplace: Marketplace) -> None:
    """Check a rule against the marketplace whose accounts it judges; PluginError names the field."""
    where = f"plugin {rule.id.partition('.')[0]}: rule {rule.id}"
    if rule.marketplace != marketplace.id:
        raise PluginError(f"{where}: marketplace is {rule.marketplace!r}, not {marketplace.id!r}.")
    metrics = marketplace.by_id
    reads = () if rule.reads == ALL_METRICS else rule.reads
    for place, metric in (("metric", rule.metric), *(("reads", each) for each in reads)):
        if metric is not None and metric not in metrics:
            raise PluginError(f"{where}: {place} {metric!r} is no metric of {marketplace.id}.")
    for number, limit in enumerate(rule.limits):
        _check_sites(limit.sites, marketplace.sites, f"{where}: limits[{number}].sites")
        if rule.metric is None:
            continue
        rate = metrics[rule.metric].unit is Unit.RATIO
        for field_name in ("fail", "warn"):
            bound = getattr(limit, field_name)
            if bound is not None and isinstance(bound, Rate) != rate:
                need = "percent(...) or ratio(...)" if rate else "a number, the metric is no rate"
                raise PluginError(f"{where}: limits[{number}].{field_name} must be {need}.")
    _check_sites(rule.sites, marketplace.sites, f"{where}: sites")
    _check_causes(rule, metrics[rule.metric].parts if rule.metric is not None else (), where)
    for number, figure in enumerate(rule.figures):
        _check_sites(figure.sites, marketplace.sites, f"{where}: figures[{number}].sites")


def _check_causes(rule: Rule, parts: Iterable[str], where: str) -> None:
    """Refuse steps for a part that no measurement has: nobody would ever be shown them."""
    for cause in rule.causes:
        if cause not in parts:
            raise PluginError(f"{where}: causes names {cause!r}, which is no part of its metric.")


def _check_appeal(marketplace: Marketplace, rules: Mapping[str, Rule]) -> None:
    """Check the marketplace's own rules that signs are about; those of other plugins may be left out."""
    own = f"{marketplace.id}."
    for sign in () if marketplace.appeal is None else marketplace.appeal.signs:
        for ident in sign.rules:
            if ident.startswith(own) and ident not in rules:
                problem = f"rules names {ident!r}, which is no rule"
                raise PluginError(f"plugin {marketplace.id}: sign {sign.id}: {problem}.")


def _check_goals(marketplace: Marketplace, rules: Mapping[str, Rule]) -> None:
    """Check that a goal's rules are there; they are the plugin's own, so that none can be left out."""
    for goal in marketplace.goals:
        for ident in goal.rules:
            rule = rules.get(ident)
            if (
                rule is None
                or rule.marketplace != marketplace.id
                or ident.partition(".")[0] != rule.marketplace
            ):
                problem = f"rules names {ident!r}, which is no rule of this plugin for its own marketplace"
                raise PluginError(f"plugin {marketplace.id}: goal {goal.id}: {problem}.")


def _check_document(document: Document, marketplace: Marketplace | None) -> None:
    where = f"plugin {document.marketplace}: document {document.type}"
    if marketplace is None:
        raise PluginError(f"{where}: type needs a marketplace of the same plugin.")
    for metric in document.metrics:
        if metric not in marketplace.by_id:
            problem = f"metrics names {metric!r}, which is no metric of {marketplace.id}"
            raise PluginError(f"{where}: {problem}.")


def _check_sites(sites: Iterable[str], known: Mapping[str, str], where: str) -> None:
    for site in sites:
        if site != EVERYWHERE and site not in known:
            raise PluginError(f"{where} names {site!r}, which is no site of the marketplace.")


def _reweigh(registry: Registry, weights: Mapping[str, int]) -> None:
    """Put the operator's weights into the scorecards, whose version says so.

    A misspelt rule would change nothing and say nothing, so it is refused; those of a plugin left out stay.
    """
    absent = {info.name for info in registry.plugins if info.status != "loaded"}
    for rule in weights:
        if rule not in registry.rules and rule.partition(".")[0] not in absent:
            raise PluginError(f"the operator's weights name the unknown rule {rule!r}.")
    for name, marketplace in registry.marketplaces.items():
        judging = {rule.id for rule in registry.rules_of(name)}
        own = {rule: weight for rule, weight in weights.items() if rule in judging}
        if own:
            card = marketplace.scorecard
            card = Scorecard(version=f"{card.version}+own", weights={**card.weights, **own})
            registry.marketplaces[name] = replace(marketplace, scorecard=card)
