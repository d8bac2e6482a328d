"""Pieces of answers that many of them share: encoded when first met, and pasted in from then on."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import orjson

from sellervitals.describing import allowances, number, reference, step_of
from sellervitals.domain.goal import Goal
from sellervitals.domain.ladder import Ladder
from sellervitals.domain.limit import Limit, Origin
from sellervitals.domain.measurement import Measurement, Window
from sellervitals.domain.rule import Rule

KEPT = 4096
"""Pieces of each kind that are kept."""
_UNKNOWN_DAYS = Window(None, None)


def kept(content: Any) -> orjson.Fragment:
    """Encode what is kept; orjson's own bytes sit in a buffer far larger than they are."""
    return orjson.Fragment(bytes(memoryview(orjson.dumps(content))))


def covered(measurement: Measurement) -> orjson.Fragment | None:
    """Encode the days that a value covers; None where nobody said."""
    window, period = measurement.window, measurement.period
    return window_of(window or _UNKNOWN_DAYS, period) if window or period else None


@lru_cache(maxsize=KEPT)
def window_of(window: Window, period: str = "") -> orjson.Fragment:
    """Encode days, or the words that a source has for them."""
    return kept({"from": window.start, "to": window.end, "days": window.days, "period": period or None})


@lru_cache(maxsize=KEPT)
def applied_limit(limit: Limit, owner: Rule | Ladder | Goal) -> orjson.Fragment:
    """Encode the limit that a value is judged by; its owner holds the source."""
    source = owner.references.get(limit.source)
    table = limit.origin is Origin.TABLE
    return kept(
        {
            "comparator": limit.must_be,
            "warn": None if limit.warn is None else number(limit.warn),
            "fail": None if limit.fail is None else number(limit.fail),
            "origin": limit.origin,
            "since": limit.since if table else None,
            "trust": limit.trust,
            "warn_trust": None if limit.warn is None else limit.warn_trust,
            **allowances(limit),
            "source": None if source is None else reference(source),
        }
    )


@lru_cache(maxsize=KEPT)
def steps_of(rule: Rule, causes: tuple[str, ...]) -> orjson.Fragment:
    """Encode the steps of a finding, those for its causes first."""
    steps = [step_of(step, cause) for cause in causes for step in rule.causes[cause]]
    return kept([*steps, *map(step_of, rule.steps)])


@lru_cache(maxsize=KEPT)
def references_of(rule: Rule) -> orjson.Fragment:
    """Encode the sources of a rule."""
    return kept([reference(each) for each in rule.references.values()])
