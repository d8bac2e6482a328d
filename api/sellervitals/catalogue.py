"""What the service knows, as plain dicts: rules with all dated limits, metrics, marketplaces, plugins.

The same description is served over HTTP, printed by the CLI, written into ``docs/rules`` and hashed into the
policy revision of every answer.
"""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from typing import Any

import orjson

from sellervitals.describing import allowances, number, reference, step_of
from sellervitals.domain.document import Document
from sellervitals.domain.figure import Figure
from sellervitals.domain.ladder import Ladder
from sellervitals.domain.limit import Bound, Limit
from sellervitals.domain.marketplace import Marketplace
from sellervitals.domain.measurement import Metric
from sellervitals.domain.recurring import WEEKDAYS, Recurring
from sellervitals.domain.rule import Rule
from sellervitals.domain.words import Word
from sellervitals.plugins import PluginInfo, Registry
from sellervitals.simulating.goals import goals


def rule(each: Rule, marketplace: Marketplace) -> dict[str, Any]:
    """Describe a rule with all its dated limits, steps and sources."""
    metric = None if each.metric is None else marketplace.by_id[each.metric]
    return {
        "id": each.id,
        "marketplace": each.marketplace,
        "title": each.title,
        "why": each.why,
        "severity": each.severity,
        "metric": each.metric,
        "reads": list(each.reads),
        "unit": None if metric is None else metric.unit,
        "sites": list(each.sites),
        "weight": marketplace.scorecard.weights.get(each.id, 0),
        "minimum_sample": each.minimum_sample,
        "ideal": None if each.ideal is None else number(each.ideal),
        "programme": each.programme or None,
        "limits": [limit(bound, each) for bound in each.limits],
        "figures": [figure(one, each) for one in each.figures],
        "words": [word(one) for one in each.words],
        "ladder": None if each.ladder is None else each.ladder.id,
        "calendar": [recurring(one, each) for one in each.calendar],
        "remediation": [
            *(step_of(step, cause) for cause, steps in each.causes.items() for step in steps),
            *map(step_of, each.steps),
        ],
        "references": [reference(source) for source in each.references.values()],
        "since": each.since,
        "aliases": list(each.aliases),
    }


def limit(each: Limit, owner: Rule | Ladder) -> dict[str, Any]:
    """Describe a dated limit; rates are ratios, as everywhere in JSON."""
    return {
        "since": each.since.isoformat(),
        "until": None if each.until is None else each.until.isoformat(),
        "announced": None if each.announced is None else each.announced.isoformat(),
        "sites": list(each.sites),
        "segment": each.segment,
        "comparator": each.must_be,
        "warn": _bound(each.warn),
        "fail": _bound(each.fail),
        "trust": each.trust,
        "warn_trust": each.warn_trust,
        **allowances(each),
        "minimum_sample": each.minimum_sample,
        "source": reference(owner.references[each.source]),
        "note": each.note or None,
    }


def figure(each: Figure, owner: Rule) -> dict[str, Any]:
    """Describe a dated figure that is no limit."""
    return {
        "since": each.since.isoformat(),
        "until": None if each.until is None else each.until.isoformat(),
        "sites": list(each.sites),
        "name": each.name,
        "value": number(each.value),
        "unit": each.unit,
        "trust": each.trust,
        "source": reference(owner.references[each.source]),
        "note": each.note or None,
    }


def word(each: Word) -> dict[str, Any]:
    """Describe what a word of the marketplace means."""
    return {
        "word": each.word,
        "outcome": each.outcome,
        "severity": each.severity,
        "health": None if each.health is None else number(each.health),
        "text": each.says or None,
    }


def recurring(each: Recurring, owner: Rule) -> dict[str, Any]:
    """Describe a day that comes back."""
    return {
        "since": each.since.isoformat(),
        "until": None if each.until is None else each.until.isoformat(),
        "sites": list(each.sites),
        "name": each.name,
        "kind": each.kind,
        "months": list(each.months),
        "day": each.day,
        "weekday": None if each.weekday is None else WEEKDAYS[each.weekday],
        "week": each.week,
        "resets_to": None if each.resets_to is None else number(each.resets_to),
        "trust": each.trust,
        "source": reference(owner.references[each.source]),
        "note": each.note or None,
        "text": each.says,
    }


def ladder(each: Ladder) -> dict[str, Any]:
    """Describe a scale of levels with every dated limit it is computed by."""
    return {
        "id": each.id,
        "title": each.title,
        "metric": each.metric or None,
        "rungs": [
            {
                "name": rung.name,
                "title": rung.title,
                "severity": rung.severity,
                "text": rung.says or None,
                "needs": {
                    metric: [limit(one, each) for one in limits] for metric, limits in rung.needs.items()
                },
            }
            for rung in each.rungs
        ],
    }


def metric(each: Metric, marketplace: str) -> dict[str, Any]:
    """Describe a metric."""
    return {
        "id": each.id,
        "marketplace": marketplace,
        "title": each.title,
        "description": each.description or None,
        "unit": each.unit,
        "better": each.better,
        "window_days": each.window_days,
        "lag_days": each.lag_days,
        "segment_days": dict(each.segment_days),
        "rolling": each.rolling,
        "segments": list(each.segments),
        "parts": list(each.parts),
        "numerator": each.numerator if each.unit == "ratio" else None,
        "denominator": each.denominator if each.unit == "ratio" else None,
        "states": list(each.states),
        "highest": each.highest,
        "variants": dict(each.variants),
        "segment_variants": dict(each.segment_variants),
    }


def marketplace(each: Marketplace, registry: Registry) -> dict[str, Any]:
    """Describe a marketplace: its sites, scorecard, and what can be posted about it."""
    return {
        "id": each.id,
        "title": each.title,
        "sites": [
            {"id": site, "title": title, "native_id": each.site_ids.get(site)}
            for site, title in each.sites.items()
        ],
        "metrics": [one.id for one in each.metrics],
        "families": list(each.families),
        "documents": [one.type for one in registry.documents.values() if one.marketplace == each.id],
        "rules": [one.id for one in registry.rules_of(each.id)],
        "scorecard": {"version": each.scorecard.version, "weights": dict(each.scorecard.weights)},
        "ladders": [ladder(one) for one in each.ladders],
        "goals": [{"id": one.id, "title": one.title} for one in goals(registry, each)],
        "policy_revision": policy_revision(registry, each.id),
        "references": [reference(source) for source in each.references],
    }


def document(each: Document) -> dict[str, Any]:
    """Describe a native document that is understood."""
    return {
        "type": each.type,
        "marketplace": each.marketplace,
        "title": each.title,
        "media_type": each.media_type,
        "metrics": list(each.metrics),
        "personal": each.personal,
        "references": [reference(source) for source in each.references],
    }


def plugin(each: PluginInfo) -> dict[str, Any]:
    """Describe an installed plugin, loaded or not."""
    return {
        "name": each.name,
        "module": each.module,
        "distribution": each.distribution,
        "version": each.version,
        "status": each.status,
        "error": each.error or None,
        "load_ms": each.load_ms,
        "marketplace": each.marketplace,
        "rules": list(each.rules),
        "documents": list(each.documents),
    }


class Catalogue:
    """Everything that can be looked up, described once when the service starts."""

    def __init__(self, registry: Registry) -> None:
        found = registry.marketplaces
        self.rules = {ident: rule(each, found[each.marketplace]) for ident, each in registry.rules.items()}
        self.metrics = [metric(each, name) for name, one in found.items() for each in one.metrics]
        self.marketplaces = {name: marketplace(each, registry) for name, each in found.items()}
        self.documents = [document(each) for each in registry.documents.values()]
        self.plugins = [plugin(each) for each in registry.plugins]
        self.versions: Mapping[str, Mapping[str, str]] = {name: _versions(registry, name) for name in found}
        """By marketplace: the versions of the plugins that judge it."""


def _versions(registry: Registry, name: str) -> dict[str, str]:
    plugins = {name, *(each.id.partition(".")[0] for each in registry.rules_of(name))}
    return {info.name: info.version for info in registry.plugins if info.name in plugins}


def policy_revision(registry: Registry, name: str) -> str:
    """Name the policy of a marketplace: changes with each of its rules, limits, levels, steps and weights."""
    found = registry.marketplaces[name]
    described = [rule(each, found) for each in registry.rules_of(name)]
    ladders = [ladder(each) for each in found.ladders]
    content = orjson.dumps([found.scorecard.version, described, ladders], option=orjson.OPT_SORT_KEYS)
    return sha256(content).hexdigest()[:16]


def _bound(bound: Bound | None) -> str | None:
    return None if bound is None else number(bound)
