"""A table of cases for one rule, run through the real engine, with the omissions that authors make found."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal, InvalidOperation

from sellervitals.domain.breakdown import Breakdown
from sellervitals.domain.finding import Finding, Outcome
from sellervitals.domain.marketplace import Marketplace
from sellervitals.domain.measurement import NO_PARTS, NO_SHARES, Measurement, Metric, Target, Unit, Value
from sellervitals.domain.rate import Rate
from sellervitals.domain.rule import Rule
from sellervitals.domain.standing import Severity
from sellervitals.engine import Engine
from sellervitals.plugins import Registry, check_rule
from sellervitals.testing.builders import Given, exact, snapshot

_SHOWN = 5
"""Measurements that a failing case is shown with; a history may have hundreds."""
_EXPECTATIONS = {"expect", "says", "severity", "announces", "causes"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """One line of the table; written with ``case()``, where each field is explained."""

    day: date
    value: Value | None
    site: str | None
    segment: str | None
    numerator: int | None
    denominator: int | None
    target: Target | None
    verdict: str | None
    good: bool | None
    others: tuple[Measurement, ...]
    parts: Mapping[str, int]
    shares: Mapping[str, Rate]
    breakdown: Breakdown | None
    history: tuple[Measurement, ...]
    expect: str
    says: tuple[str, ...]
    severity: str | None
    announces: str | None
    causes: tuple[str, ...] | None

    @property
    def question(self) -> dict[str, object]:
        """Everything but the expectations, equal for two cases that ask the same."""
        names = [each.name for each in fields(self) if each.name not in _EXPECTATIONS]
        return {name: getattr(self, name) for name in names if getattr(self, name) not in (None, (), {})}

    def __str__(self) -> str:
        return f"case({', '.join(f'{name}={_write(value)}' for name, value in self.question.items())})"

    @property
    def measured(self) -> bool:
        """Whether anything is said of the rule's own metric."""
        said = (self.value, self.numerator, self.denominator, self.target, self.verdict, self.good)
        return any(each is not None for each in (*said, self.breakdown)) or bool(self.parts or self.shares)


def case(
    day: str,
    *,
    expect: str,
    value: Given | None = None,
    site: str | None = None,
    segment: str | None = None,
    numerator: int | None = None,
    denominator: int | None = None,
    target: Target | None = None,
    verdict: str | None = None,
    good: bool | None = None,
    says: str | tuple[str, ...] = (),
    severity: str | None = None,
    others: Iterable[Measurement] = (),
    parts: Mapping[str, int] = NO_PARTS,
    shares: Mapping[str, Rate] = NO_SHARES,
    breakdown: Breakdown | None = None,
    history: Iterable[Measurement] = (),
    announces: str | None = None,
    causes: tuple[str, ...] | None = None,
) -> Trial:
    """Write one case: what is reported on a day, and what the rule must make of it.

    Args:
        day: the date that chooses the limit, ``2026-11-22``.
        expect: the outcome: pass, warn, fail, no_data or not_applicable.
        value: ``percent("1")`` for a rate, a number (int, Decimal or decimal text) for counts, points and
            days, a word for a state. Without it, and without counts, the metric is not reported at all.
        site: the account's site.
        segment: the measurement's segment. For a rule on the whole account it chooses the finding; without
            it the worst one is looked at.
        numerator: the count that the rate is made of.
        denominator: what it is counted among.
        target: the bound that comes inside the document.
        verdict: the marketplace's own word.
        good: what that word means.
        says: words that the message must contain.
        severity: the finding's severity, where the case changes it.
        others: measurements of further metrics, for rules that read them.
        parts: counts that the numerator or value is made of.
        shares: rates of such parts.
        breakdown: the cases behind it.
        history: older measurements, oldest first, of the rule's metric or of those it reads.
        announces: the outcome that an announced limit would bring, ``fail`` or ``warn``; ``""`` for none.
        causes: the parts whose steps come first, largest first.
    """
    return Trial(
        day=date.fromisoformat(day),
        value=exact(value),
        site=site,
        segment=segment,
        numerator=numerator,
        denominator=denominator,
        target=target,
        verdict=verdict,
        good=good,
        others=tuple(others),
        parts=dict(parts),
        shares=dict(shares),
        breakdown=breakdown,
        history=tuple(history),
        announces=announces,
        causes=causes,
        expect=expect,
        says=(says,) if isinstance(says, str) else says,
        severity=severity,
    )


class RuleTester:
    """Runs cases against one rule: ``RuleTester(RULE, marketplace=AMAZON).run([case(...), ...])``.

    Args:
        rule: the rule.
        marketplace: whose accounts it judges.
        worst: the gravest outcome the rule can give, ``fail`` or ``warn``. By default ``warn`` where the rule
            has limits or words and none of them can fail, else ``fail``.
    """

    def __init__(self, rule: Rule, *, marketplace: Marketplace, worst: str = "") -> None:
        check_rule(rule, marketplace)
        self.rule = rule
        self.marketplace = marketplace
        self.worst = Outcome[worst.upper()] if worst else _worst(rule)
        self._engine = Engine(Registry(marketplaces={marketplace.id: marketplace}, rules={rule.id: rule}))

    def run(self, cases: Sequence[Trial]) -> None:
        """Judge every case; one AssertionError names everything that is not as expected.

        Beside wrong answers it finds repeated cases, expectations that cannot come true, limits that no case
        reaches, and a table without a passing or without a failing case.
        """
        faults: list[str] = []
        seen: list[dict[str, object]] = []
        findings: list[Finding] = []
        for each in cases:
            if each.question in seen:
                faults.append(f"{each} stands twice in the table.")
            seen.append(each.question)
            wrong = _unusable(each)
            if wrong:
                faults.append(f"{each}: {wrong}.")
                continue
            found = self._judge(each)
            if found is None:
                faults.append(f"{each} gives no finding with segment {each.segment!r}.")
                continue
            findings.append(found)
            faults.extend(f"{each} {wrong}." for wrong in _differences(each, found))
        faults.extend(self._gaps(findings))
        if faults:
            raise AssertionError("\n".join((f"rule {self.rule.id}:", *(f"- {fault}" for fault in faults))))

    def _judge(self, trial: Trial) -> Finding | None:
        """Take the way of a real request: a snapshot, the engine, the finding in question."""
        mine: tuple[Measurement, ...] = ()
        metric = self.marketplace.by_id[self.rule.metric] if self.rule.metric is not None else None
        if metric is not None and trial.measured:
            mine = (_measurement(metric, trial),)
        elif trial.measured:
            raise AssertionError(
                f"rule {self.rule.id}: {trial}: the rule has no metric of its own; put measurements"
                " into others."
            )
        account = snapshot(
            self.marketplace.id,
            (*mine, *trial.others),
            day=trial.day,
            site=trial.site,
            seller_id="A1",
            history=trial.history,
        )
        findings = self._engine.evaluate(account).findings
        if metric is None and trial.segment is None:
            return findings[0]
        for each in findings:
            if each.segment == trial.segment or (metric is not None and each.measurement is None):
                return each
        return None

    def _gaps(self, findings: Sequence[Finding]) -> Iterable[str]:
        """What the table leaves out."""
        applied = [each.limit for each in findings]
        for place, limit in enumerate(self.rule.limits):
            if limit not in applied:
                where = f" in {'/'.join(limit.sites)}" if limit.sites != ("*",) else ""
                where += f" for segment {limit.segment}" if limit.segment else ""
                yield f"limits[{place}], in force since {limit.since}{where}, is reached by no case."
        outcomes = {each.outcome for each in findings}
        if Outcome.PASS not in outcomes:
            yield "no case passes."
        if self.worst is Outcome.FAIL and Outcome.FAIL not in outcomes:
            yield "no case fails."
        if self.worst is Outcome.WARN and Outcome.WARN not in outcomes:
            yield "no case warns, and the rule cannot fail."
        if self.worst is Outcome.WARN and Outcome.FAIL in outcomes:
            yield "a case fails, but the rule is said to warn at worst."


def _worst(rule: Rule) -> Outcome:
    said = [each.outcome is Outcome.FAIL for each in rule.words]
    said += [each.fail is not None and each.trust.can_fail for each in rule.limits]
    return Outcome.WARN if said and not any(said) else Outcome.FAIL


def _unusable(trial: Trial) -> str:
    """Say which expectation is no word that a finding can hold."""
    if trial.expect not in set(Outcome) - {Outcome.ERROR}:
        return f"expect={trial.expect!r} is no outcome that a case may expect"
    if trial.severity is not None and trial.severity not in set(Severity):
        return f"severity={trial.severity!r} is no severity"
    if trial.announces not in {None, "", Outcome.FAIL, Outcome.WARN}:
        return f"announces={trial.announces!r} is neither fail nor warn nor empty"
    if not all(trial.says):
        return "says='' expects nothing"
    return ""


def _differences(trial: Trial, found: Finding) -> Iterable[str]:
    if found.outcome != trial.expect:
        hint = "; the log has the traceback" if found.outcome is Outcome.ERROR else ""
        yield f"expects {trial.expect}, but gives {found.outcome.value}: {found.message!r}{hint}"
    for words in trial.says:
        if words not in found.message:
            yield f"expects a message with {words!r}, but says {found.message!r}"
    if trial.severity is not None and found.severity != trial.severity:
        yield f"expects severity {trial.severity}, but gives {found.severity.value}"
    announced = found.announced.outcome.value if found.announced is not None else ""
    if trial.announces is not None and trial.announces != announced:
        yield f"expects {trial.announces or 'nothing'} announced, but gives {announced or 'nothing'}"
    if trial.causes is not None and trial.causes != found.causes:
        yield f"expects causes {trial.causes}, but gives {found.causes}"


def _measurement(metric: Metric, trial: Trial) -> Measurement:
    return Measurement(
        metric=metric.id,
        segment=trial.segment,
        value=_in_unit(metric, trial),
        numerator=trial.numerator,
        denominator=trial.denominator,
        target=trial.target,
        verdict=trial.verdict,
        good=trial.good,
        parts=trial.parts,
        shares=trial.shares,
        breakdown=trial.breakdown,
        site=trial.site,
    )


def _in_unit(metric: Metric, trial: Trial) -> Value | None:
    """Read the value in the metric's unit; AssertionError when it is of another kind."""
    value = trial.value
    if metric.unit not in {Unit.RATIO, Unit.STATE} and isinstance(value, str):
        with suppress(InvalidOperation):
            value = Decimal(value)
    kind = {Unit.RATIO: Rate, Unit.STATE: str}.get(metric.unit, Decimal)
    if value is None or isinstance(value, kind):
        return value
    raise AssertionError(
        f"{trial}: {metric.id} is a {metric.unit.value}, its value must be a {kind.__name__}."
    )


def _write(value: object) -> str:
    if isinstance(value, tuple) and len(value) > _SHOWN:
        return f"[{len(value)} measurements]"
    if isinstance(value, Rate):
        return f"percent({value.display().removesuffix(' %')!r})"
    return repr(str(value)) if isinstance(value, date | Decimal | str) else repr(value)
