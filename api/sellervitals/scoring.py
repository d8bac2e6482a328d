"""Findings and a scorecard make a score that adds up.

Each judged finding has a health between 1 and 0, read off a curve through fixed points: ideal 1.0, warn 0.9,
fail 0.5, twice the distance 0. What is missing to full health, times the rule's share of all judged weight,
is what the finding costs. A rule's costs are cut to a hundredth together and the findings share them to the
hundredth, so that many small ones cannot vanish; the score is 100 minus their sum: it adds up to the last
digit. Unknown findings leave the denominator and lower the coverage instead.
"""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Mapping, Sequence
from decimal import ROUND_CEILING, ROUND_DOWN, Decimal
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from sellervitals.domain.finding import Finding, Outcome, Verdict
from sellervitals.domain.limit import Bound, Limit
from sellervitals.domain.measurement import Better, Unit
from sellervitals.domain.rate import Rate
from sellervitals.domain.standing import Severity

FULL = Decimal(100)
CAPS: Mapping[Severity, Decimal] = {Severity.CRITICAL: Decimal(49), Severity.HIGH: Decimal(79)}
_CENT = Decimal("0.01")
_NOTHING = Decimal("0.00")
_FINE = Decimal("0.0001")
_ONE, _WARN, _FAIL, _NONE = Decimal(1), Decimal("0.9"), Decimal("0.5"), Decimal(0)
_PLAIN = {Outcome.PASS: _ONE, Outcome.WARN: _WARN, Outcome.FAIL: _FAIL}


class Band(StrEnum):
    """What a score means in a word."""

    HEALTHY = "healthy"
    WATCH = "watch"
    AT_RISK = "at_risk"
    CRITICAL = "critical"
    UNKNOWN = "unknown"


class Contribution(NamedTuple):
    """What one finding, or the cap it causes, costs; points are zero or negative."""

    rule: str
    segment: str | None
    points: Decimal
    reason: str


class Cap(NamedTuple):
    """The line above which an open finding does not let the score rise."""

    at: Decimal
    rule: str
    segment: str | None
    severity: Severity


class Score(NamedTuple):
    """0 to 100; ``value`` is None when nothing could be judged."""

    value: Decimal | None
    band: Band
    coverage: Decimal
    scorecard: str
    cap: Cap | None
    contributions: tuple[Contribution, ...]


def health(
    verdict: Verdict,
    value: object = None,
    limit: Limit | None = None,
    unit: Unit = Unit.STATE,
    ideal: Decimal | None = None,
    *,
    bad: int | None = None,
) -> Decimal | None:
    """Read a finding's health off the published curve; None for outcomes that are not judged.

    Args:
        verdict: what the rule said; a health of its own replaces the curve.
        value: the deciding value; states have no curve and take the fixed point of their outcome.
        limit: the limit applied.
        unit: of the value; counts that break their limit start from the first count that does.
        ideal: the value of full health, where it is not 0 (lower is better), 1 (rates) or twice the limit.
        bad: how many events speak against it; where a number of them is allowed whatever the rate, the rate
            and the number have a curve each, and the better one counts.
    """
    outcome = verdict.outcome
    if not outcome.judged:
        return None
    if verdict.health is not None:
        return verdict.health
    if limit is None or limit.fail is None or not isinstance(value, Rate | Decimal):
        return _PLAIN[outcome]
    lower = limit.must_be.better is Better.LOWER
    read = _curve(_number(value), *_fixed_points(limit, unit, ideal), lower_is_better=lower)
    if limit.allowed is not None and bad is not None:
        warn = None if limit.warn_allowed is None else Decimal(limit.warn_allowed + 1)
        read = max(read, _curve(Decimal(bad), _NONE, warn, Decimal(limit.allowed + 1), lower_is_better=True))
    # The curve meets the outcome at the line itself; beyond it only a failure falls under one half.
    return min(read, _FAIL) if outcome is Outcome.FAIL else max(read, _FAIL)


@lru_cache(maxsize=4096)
def _fixed_points(limit: Limit, unit: Unit, ideal: Decimal | None) -> tuple[Decimal, Decimal | None, Decimal]:
    """The values of full health, of the warn level and of the line itself, which is there."""
    lower = limit.must_be.better is Better.LOWER
    fail = _number(limit.fail or _NONE)  # a line of 0 is still 0
    if unit is Unit.COUNT and lower:
        fail = fail.to_integral_value(ROUND_CEILING) if limit.must_be == "below" else fail // 1 + 1
    if ideal is None or not limit.must_be.holds(ideal, fail):  # a delivered line may lie beyond the ideal
        ideal = _NONE if lower else _ONE if unit is Unit.RATIO else 2 * fail
    return ideal, None if limit.warn is None else _number(limit.warn), fail


def _curve(
    x: Decimal, ideal: Decimal, warn: Decimal | None, fail: Decimal, *, lower_is_better: bool
) -> Decimal:
    """Interpolate between the fixed points, as distances from the ideal towards the bad side."""
    towards = 1 if fail > ideal or (fail == ideal and lower_is_better) else -1
    at = (x - ideal) * towards
    end = (fail - ideal) * towards
    if at <= 0:
        return _ONE
    if at >= end:
        beyond = _NONE if end == 0 else _FAIL - _FAIL * (at - end) / end
        return max(beyond, _NONE).quantize(_FINE)
    start, from_ = _NONE, _ONE
    if warn is not None:
        middle = (warn - ideal) * towards
        if 0 < middle < end:
            if at <= middle:
                return (_ONE - (_ONE - _WARN) * at / middle).quantize(_FINE)
            start, from_ = middle, _WARN
    return (from_ - (from_ - _FAIL) * (at - start) / (end - start)).quantize(_FINE)


def _number(value: Bound) -> Decimal:
    return value.decimal() if isinstance(value, Rate) else value


def score(
    findings: Sequence[Finding],
    weights: Mapping[str, int],
    scorecard: str,
    *,
    published: Mapping[str, int] | None = None,
) -> Score:
    """Add up the findings; fills in ``points_lost`` and ``gain`` of each judged one.

    A rule's weight is shared evenly by its judged segments. ``coverage`` is the judged share of the
    weight of all rules that apply; it is 0 when none does. A value that could be judged if somebody had named
    the site is unknown. Rules about a programme that nothing at all was reported about are left out: nobody
    said that the seller takes part. What only a limit of the caller's own judges has no health, and
    counts nothing. Where the weights are the caller's own, a failure caps by the ``published`` ones too, and
    the lower coverage of both counts: nobody talks away a cap, or what is unknown.
    """
    judged: dict[str, list[Finding]] = {}
    for each in findings:
        if each.health is not None:
            judged.setdefault(each.rule.id, []).append(each)
    present = {each.rule.programme for each in findings if each.rule.programme and _reported(each)}
    missing = {
        each.rule.id
        for each in findings
        if each.outcome is Outcome.ERROR
        or each.unplaced
        or (each.outcome is Outcome.NO_DATA and (not each.rule.programme or each.rule.programme in present))
    }
    judged_weight = sum(weights.get(rule, 0) for rule in judged)
    coverage = _coverage(weights, judged.keys(), missing)
    if published is not None:
        coverage = min(coverage, _coverage(published, judged.keys(), missing))
    counting = {rule for some in (weights, published or {}) for rule, weight in some.items() if weight}
    broken = any(
        each.outcome is Outcome.ERROR and each.severity is Severity.CRITICAL and each.rule.id in counting
        for each in findings
    )
    if not judged_weight:
        return Score(None, Band.UNKNOWN, coverage, scorecard, None, ())
    for rule, found in judged.items():
        _spread(found, 100 * weights.get(rule, 0), judged_weight * len(found))
    lines: list[Contribution] = []
    total = _NOTHING
    for each in findings:
        if each.points_lost:
            total += each.points_lost
            lines.append(Contribution(each.rule.id, each.segment, -each.points_lost, "health"))
    raw = FULL - total
    capping = _capping(findings, counting)
    value, cap = _capped(raw, capping)
    if cap is not None and raw > value:
        lines.append(Contribution(cap.rule, cap.segment, value - raw, "cap"))
    _gains(findings, capping, raw, value)
    band = Band.UNKNOWN if broken or 2 * coverage < 1 else _band(value)
    return Score(value, band, coverage, scorecard, cap, tuple(lines))


def _coverage(weights: Mapping[str, int], judged: Collection[str], missing: Iterable[str]) -> Decimal:
    """Give the judged share of the weight of all rules that apply; 0 when none does."""
    known = sum(weights.get(rule, 0) for rule in judged)
    applicable = known + sum(weights.get(rule, 0) for rule in missing if rule not in judged)
    return (Decimal(known) / applicable).quantize(_FINE) if applicable else _NONE


def _reported(finding: Finding) -> bool:
    """Say whether there was something to look at; rules on the whole account hold no measurement."""
    return finding.measurement is not None or finding.health is not None


def _spread(found: Sequence[Finding], points: int, shares: int) -> None:
    """Cut what one rule costs to a hundredth and give each finding its part, in the order of their segments.

    Cut together, many small parts cannot vanish. ``gain`` becomes what the rule's cost falls by without the
    finding, which its part may miss by a hundredth.
    """

    def cost(missing: Decimal) -> Decimal:
        return (missing * points / shares).quantize(_CENT, ROUND_DOWN)

    missing = [_ONE - (each.health or _NONE) for each in found]
    whole, upto = sum(missing, _NONE), _NONE
    for each, part in sorted(zip(found, missing, strict=True), key=lambda pair: pair[0].key):
        if not part:
            each.points_lost = each.gain = _NOTHING
            continue
        each.points_lost = cost(upto + part) - cost(upto)
        each.gain = cost(whole) - cost(whole - part)
        upto += part


def _capping(findings: Iterable[Finding], counting: Container[str]) -> list[Finding]:
    """The open failures that cap, worst first. A rule without weight reports without counting."""
    found = [
        each
        for each in findings
        if each.outcome is Outcome.FAIL
        and each.health is not None
        and each.severity in CAPS
        and each.rule.id in counting
    ]
    return sorted(found, key=lambda each: (each.severity.rank, each.key))


def _capped(raw: Decimal, capping: Sequence[Finding]) -> tuple[Decimal, Cap | None]:
    if not capping:
        return raw, None
    worst = capping[0]
    at = CAPS[worst.severity]
    return min(raw, at), Cap(at, worst.rule.id, worst.segment, worst.severity)


def _gains(findings: Iterable[Finding], capping: Sequence[Finding], raw: Decimal, value: Decimal) -> None:
    """Say of each finding what the score would rise by if it alone were put right.

    Only putting right the finding that caps moves the cap, to the next one in line.
    """
    first = CAPS[capping[0].severity] if capping else FULL
    second = CAPS[capping[1].severity] if len(capping) > 1 else FULL
    for each in findings:
        if each.gain is not None:
            at = second if capping and each is capping[0] else first
            each.gain = min(raw + each.gain, at) - value


def _band(value: Decimal) -> Band:
    for floor, band in ((90, Band.HEALTHY), (70, Band.WATCH), (50, Band.AT_RISK)):
        if value >= floor:
            return band
    return Band.CRITICAL
