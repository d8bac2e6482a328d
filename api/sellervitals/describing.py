"""Pieces of policy as plain dicts, the same in answers and in the catalogue."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from sellervitals.domain.limit import Limit
from sellervitals.domain.measurement import Value
from sellervitals.domain.rate import plain
from sellervitals.domain.remediation import Reference, Step


def number(value: Value) -> str:
    """Write a value as JSON carries it: rates as a ratio, decimals as text, states as their word."""
    return plain(value) if isinstance(value, Decimal) else str(value)


def allowances(limit: Limit) -> dict[str, Any]:
    """Describe what decides beside the lines: events allowed whatever the rate, and what is clear of warn."""
    return {
        "warn_comparator": None if limit.warn is None else limit.warn_must_be,
        "allowed": limit.allowed,
        "warn_allowed": limit.warn_allowed,
        "allowed_part": limit.allowed_part or None,
    }


def step_of(step: Step, cause: str | None = None) -> dict[str, Any]:
    """Describe a remediation step; ``cause`` is the part of the measurement it is for, None for any."""
    return {
        "cause": cause,
        "id": step.id,
        "text": step.text,
        "effort": step.effort,
        "owner": step.owner,
        "channel": step.channel or None,
        "deadline_days": step.deadline_days,
        "evidence_to_keep": step.evidence_to_keep or None,
    }


def reference(source: Reference) -> dict[str, Any]:
    """Describe a source."""
    return {"title": source.title, "url": source.url or None}
