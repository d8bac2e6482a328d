"""The result object as JSON bytes: encoded once, then stored and sent as they are.

What never changes between requests (a rule's steps and sources, a table's limit) is encoded when first met
and pasted in from then on.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import lru_cache
from typing import Any, NamedTuple

import orjson

from sellervitals.anomalies import described as anomaly
from sellervitals.conclusions import Action
from sellervitals.describing import number
from sellervitals.domain.breakdown import Deadline, Estimate, Item, Money
from sellervitals.domain.finding import Finding, Outcome
from sellervitals.domain.marketplace import Level, Notice
from sellervitals.domain.measurement import Measurement
from sellervitals.domain.rate import plain
from sellervitals.domain.rule import Rule
from sellervitals.domain.wording import display
from sellervitals.engine import Evaluation
from sellervitals.fragments import KEPT, applied_limit, covered, kept, references_of, steps_of
from sellervitals.ladders import Standing
from sellervitals.own.encoding import held_limit, looked_at, profile_used, waived_by
from sellervitals.scoring import Contribution, Score

CONFIDENCE = "0.95"
_EMPTY = orjson.Fragment(b"[]")


class Provenance(NamedTuple):
    """What an answer was made by, so that it can be checked and repeated."""

    engine: str
    plugins: Mapping[str, str]
    policy_revision: str
    input_digest: str


class Sibling(NamedTuple):
    """Another site of the same request, judged on its own. ``id`` is None when nothing was stored."""

    id: str | None
    evaluation: Evaluation


def encode(
    evaluation: Evaluation,
    *,
    id: str | None,  # noqa: A002 - the name it has in the answer
    observed_at: datetime,
    provenance: Provenance,
    siblings: Sequence[Sibling] = (),
) -> bytes:
    """Encode the result object.

    Args:
        evaluation: what was found.
        id: ``ev_...``; None when the evaluation is not stored.
        observed_at: when the account was looked at, UTC.
        provenance: see ``Provenance``.
        siblings: the other sites of the same request.
    """
    snapshot = evaluation.snapshot
    return orjson.dumps(
        {
            "id": id,
            "account": {
                "marketplace": snapshot.marketplace,
                "site": snapshot.site,
                "seller_id": snapshot.seller_id,
            },
            "observed_at": instant(observed_at),
            "as_of": snapshot.as_of,
            "profile": snapshot.profile and profile_used(snapshot.profile),
            "level": _level(evaluation.level),
            "computed_levels": [_standing(each) for each in evaluation.standings],
            "score": _score(evaluation.score),
            "findings": [_finding(each) for each in evaluation.findings],
            "actions": _actions(evaluation.actions),
            "anomalies": [anomaly(each) for each in evaluation.anomalies],
            "coverage": {
                "read": [
                    {
                        "metric": each.metric,
                        "segment": each.segment,
                        "document": each.document,
                        "rebuilt_from": each.rebuilt_from or None,
                    }
                    for each in snapshot.measurements
                ],
                "history": _history(snapshot.history),
                "missing": evaluation.missing,
                "ignored": [_notice(each) for each in snapshot.ignored],
            },
            "waivers": [looked_at(each) for each in evaluation.waivers],
            "warnings": [_notice(each) for each in evaluation.notices],
            "other_sites": [_sibling(each) for each in siblings],
            "provenance": provenance._asdict(),
        }
    )


def instant(when: datetime) -> str:
    """Write a moment as UTC with milliseconds and Z."""
    return when.replace(tzinfo=None).isoformat(timespec="milliseconds") + "Z"


def _history(history: Sequence[Measurement]) -> list[dict[str, Any]]:
    """Sum up what was looked back at, by metric and segment."""
    ends: dict[tuple[str, str | None], list[date | None]] = {}
    for each in history:
        window = each.window
        ends.setdefault((each.metric, each.segment), []).append(None if window is None else window.end)
    return [
        {
            "metric": metric,
            "segment": segment,
            "count": len(days),
            "from": min((day for day in days if day is not None), default=None),
            "to": max((day for day in days if day is not None), default=None),
        }
        for (metric, segment), days in ends.items()
    ]


def _finding(each: Finding) -> dict[str, Any] | orjson.Fragment:
    return _shared(each) if each.shared else _described(each)


@lru_cache(maxsize=KEPT)
def _shared(each: Finding) -> orjson.Fragment:
    """Encode a finding about nothing, which every account that does not report it shares."""
    return kept(_described(each))


def _described(each: Finding) -> dict[str, Any]:
    breakdown = None if each.measurement is None else each.measurement.breakdown
    rule, measurement, interval, headroom = each.rule, each.measurement, each.interval, each.headroom
    unit = None if each.metric is None else each.metric.unit
    return {
        "rule": rule.id,
        "segment": each.segment,
        "outcome": each.outcome,
        "severity": each.severity,
        "title": rule.title,
        "message": each.message,
        "value": None if each.value is None else number(each.value),
        "unit": unit,
        "display": None if each.value is None or unit is None else display(each.value, unit),
        "numerator": None if measurement is None else measurement.numerator,
        "denominator": None if measurement is None else measurement.denominator,
        "window": None if measurement is None else covered(measurement),
        "parts": _EMPTY if measurement is None else _parts(measurement),
        "limit": None if each.limit is None else applied_limit(each.limit, rule),
        "policy": each.policy
        and {
            "outcome": each.policy.outcome,
            "message": each.policy.message,
            "limit": each.policy.limit and applied_limit(each.policy.limit, rule),
        },
        "own_limit": each.own_limit and held_limit(each.own_limit),
        "margin": None if each.margin is None else number(each.margin),
        "interval": interval
        and {"low": plain(interval.low), "high": plain(interval.high), "confidence": CONFIDENCE},
        "low_sample": each.low_sample,
        "headroom": headroom and headroom._asdict(),
        "marketplace_verdict": None if measurement is None else measurement.verdict,
        "agrees": each.agrees,
        "quotes": [quote._asdict() for quote in measurement.quotes] if measurement else _EMPTY,
        "health": None if each.health is None else plain(each.health),
        "points_lost": None if each.points_lost is None else plain(each.points_lost),
        "gain": None if each.gain is None else plain(each.gain),
        "evidence": [{"document": at.document, "pointer": at.pointer} for at in each.evidence],
        "rebuilt_from": (measurement and measurement.rebuilt_from) or None,
        "items": [_item(item) for item in breakdown.items] if breakdown else _EMPTY,
        "items_total": breakdown.total if breakdown else 0,
        "money": _money(breakdown.money) if breakdown else None,
        "estimates": [_estimate(one) for one in each.estimates] if each.estimates else _EMPTY,
        "deadlines": [_deadline(one) for one in sorted(each.deadlines)] if each.deadlines else _EMPTY,
        "announced": each.announced
        and {"outcome": each.announced.outcome, "limit": applied_limit(each.announced.limit, rule)},
        "remediation": steps_of(rule, each.causes) if each.outcome.open or each.announced else _EMPTY,
        "waiver": each.waiver and waived_by(each.waiver),
        "references": references_of(rule),
        "fingerprint": each.fingerprint,
    }


def _parts(measurement: Measurement) -> list[dict[str, Any]] | orjson.Fragment:
    """List the parts of a number, largest first: counts, or rates where nobody counted them."""
    counts, shares = measurement.parts, measurement.shares
    if not counts and not shares:
        return _EMPTY
    counted = sorted(counts, key=counts.__getitem__, reverse=True)
    shared = sorted(shares.keys() - counts.keys(), key=lambda name: (shares[name], name), reverse=True)
    return [
        {
            "name": name,
            "count": counts.get(name),
            "rate": number(shares[name]) if name in shares else None,
            "display": f"{counts[name]:,}" if name in counts else shares[name].display(),
        }
        for name in (*counted, *shared)
    ]


def _item(item: Item) -> dict[str, Any]:
    value = item.value
    return {
        "id": item.id,
        "listing": item.listing,
        "situation": item.situation or None,
        "units": item.units,
        "value": None if value is None else number(value),
        "unit": item.unit or None,
        "money": _money(item.money),
        "recommended": item.recommended or None,
        "advice": item.advice,
        "deadline": item.deadline,
        "pointer": item.pointer or None,
    }


def _money(money: Money | None) -> dict[str, str] | None:
    if money is None:
        return None
    return {"amount": f"{money.amount:f}", "currency": money.currency, "source": money.source}


def _estimate(each: Estimate) -> dict[str, Any]:
    return {
        "name": each.name,
        "value": number(each.value),
        "unit": each.unit,
        "basis": each.basis,
        "text": each.says,
    }


def _deadline(each: Deadline) -> dict[str, Any]:
    return {"date": each.day, "kind": each.kind, "text": each.says}


def _actions(actions: Sequence[Action]) -> list[orjson.Fragment]:
    """Encode actions; all but the gain is known beforehand, and a finding's gain is written once."""
    gains: dict[int, bytes] = {}
    encoded = []
    for finding, step in actions:
        gain = gains.get(id(finding))
        if gain is None:
            text = "null" if finding.gain is None else f'"{plain(finding.gain)}"'
            gain = gains[id(finding)] = f"{text}}}".encode()
        encoded.append(orjson.Fragment(_taken(finding.rule, finding.segment, finding.causes)[step.id] + gain))
    return encoded


@lru_cache(maxsize=KEPT)
def _taken(rule: Rule, segment: str | None, causes: tuple[str, ...]) -> dict[str, bytes]:
    """Encode the steps of a finding as actions up to the gain, by step id."""
    return {
        step.id: orjson.dumps(
            {"rule": rule.id, "segment": segment, "step": step.id, "text": step.text, "effort": step.effort}
        )[:-1]
        + b',"gain":'
        for step in rule.steps_for(causes)
    }


def _score(score: Score) -> dict[str, Any]:
    cap = score.cap
    return {
        "value": None if score.value is None else plain(score.value),
        "band": score.band,
        "coverage": plain(score.coverage),
        "scorecard": score.scorecard,
        "cap": cap
        and {"at": plain(cap.at), "rule": cap.rule, "segment": cap.segment, "severity": cap.severity},
        "contributions": [_contribution(each) for each in score.contributions],
    }


def _contribution(each: Contribution) -> dict[str, Any]:
    return {
        "rule": each.rule,
        "segment": each.segment,
        "points": plain(each.points),
        "reason": each.reason,
    }


def _level(level: Level | None) -> dict[str, Any] | None:
    return None if level is None else level._asdict()


def _standing(each: Standing) -> dict[str, Any]:
    sure = each.best is each.worst
    return {
        "ladder": each.ladder.id,
        "title": each.ladder.title,
        "segment": each.segment,
        "name": each.best.name if sure else None,
        "display": each.best.title if sure else f"{each.worst.title} to {each.best.title}",
        "at_best": each.best.name,
        "at_worst": each.worst.name,
        "held_by": each.held_by,
        "unreported": each.unreported,
        "marketplace_level": each.word,
        "agrees": each.agrees,
    }


def _notice(notice: Notice) -> dict[str, Any]:
    return notice._asdict()


def _sibling(sibling: Sibling) -> dict[str, Any]:
    evaluation = sibling.evaluation
    failed = [each for each in evaluation.findings if each.outcome is Outcome.FAIL]
    return {
        "id": sibling.id,
        "site": evaluation.snapshot.site,
        "level": _level(evaluation.level),
        "score": None if evaluation.score.value is None else plain(evaluation.score.value),
        "band": evaluation.score.band,
        "coverage": plain(evaluation.score.coverage),
        "failed": len(failed),
        "worst": min((each.severity for each in failed), key=lambda each: each.rank, default=None),
    }
