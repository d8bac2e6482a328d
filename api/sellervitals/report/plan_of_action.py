"""A plan of action out of a stored evaluation and of what the caller declares; nothing else is stated."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sellervitals.describing import reference
from sellervitals.domain.appeal import Appeal, AppealPart
from sellervitals.domain.finding import OPEN, Outcome
from sellervitals.problems import Fault, RefusedError
from sellervitals.report.calendar import observed
from sellervitals.report.plan_checks import (
    Declared,
    Remark,
    causes,
    contradictions,
    missing,
    notice_remarks,
    signs,
)

_FACTS = (
    *("outcome", "severity", "message", "value", "unit", "display", "numerator", "denominator", "window"),
    *("limit", "marketplace_verdict", "rebuilt_from", "items_total"),
)
_ACTION = {"text": None, "done_on": None, "evidence": None}
_MEASURE = {"text": None, "owner": None, "frequency": None, "from": None}
_EVIDENCE: dict[str, Any] = {"title": None, "kind": None, "dated": None, "covers": []}
_NOTICE: dict[str, Any] = {"received_on": None, "deadline": None, "asks": []}


def plan_of_action(
    result: Mapping[str, Any], request: Mapping[str, Any], appeal: Appeal | None
) -> dict[str, Any]:
    """Put a plan together, ready to be encoded.

    Args:
        result: the parsed result object.
        request: what the schema of the request loaded.
        appeal: what the account's marketplace wants to read; None where that is not known.

    Raises:
        RefusedError: a statement is about no open finding, or two are about the same one.
    """
    day = observed(result)
    declared = [Declared(finding, said, at, day) for finding, said, at in _chosen(result, request)]
    sections = [_section(each, appeal) for each in declared]
    notice = request.get("notice")
    lacking, wrong = ([], []) if notice is None else _on_notice(notice, declared)
    if not sections:
        lacking.append(
            Remark("open-finding", "This evaluation has no open finding that a plan could be about.")
        )
    complaints = [
        lacking,
        wrong,
        *(each[name] for each in sections for name in ("missing", "contradictions")),
    ]
    return {
        "evaluation": result["id"],
        "observed_on": day,
        "account": result["account"],
        "ready": not any(complaints),
        "notice": None if notice is None else {**_NOTICE, **notice},
        "asks": _asks(appeal),
        "findings": sections,
        "missing": _listed(lacking),
        "contradictions": _listed(wrong),
        "references": [] if appeal is None else [reference(each) for each in appeal.references],
    }


def _chosen(
    result: Mapping[str, Any], request: Mapping[str, Any]
) -> list[tuple[Mapping[str, Any], Mapping[str, Any], str | None]]:
    """Pair findings with statements: those that are named, else all that failed, else all that are open."""
    findings = [each for each in map(_by_policy, result["findings"]) if each["outcome"] in OPEN]
    statements = request.get("findings", ())
    if not statements:
        failed = [each for each in findings if each["outcome"] == Outcome.FAIL]
        return [(each, {}, None) for each in failed or findings]
    faults: list[Fault] = []
    chosen: list[tuple[Mapping[str, Any], Mapping[str, Any], str | None]] = []
    taken: set[tuple[str, str | None]] = set()
    for place, said in enumerate(statements):
        at = f"/findings/{place}"
        named = [each for each in findings if each["rule"] == said["rule"]]
        if "segment" in said:
            named = [each for each in named if each["segment"] == said["segment"]]
        keys = {(each["rule"], each["segment"]) for each in named}
        if not named:
            problem = "has no open finding in this evaluation, or not in this segment."
            faults.append(Fault(f"{at}/rule", "validation-failed", problem))
        elif keys & taken:
            faults.append(Fault(at, "validation-failed", "is about a finding that was named before."))
        taken |= keys
        chosen += [(each, said, at) for each in named]
    if faults:
        raise RefusedError.of(faults)
    return chosen


def _by_policy(finding: Mapping[str, Any]) -> Mapping[str, Any]:
    """Give a finding as the marketplace has it: a limit of the caller's own is no business of an appeal."""
    policy = finding.get("policy")
    return finding if policy is None else {**finding, **policy}


def _section(declared: Declared, appeal: Appeal | None) -> dict[str, Any]:
    finding, said = declared.finding, declared.said
    measures = [dict(each) for each in said.get("preventive_measures", ())]
    for each in measures:
        each["from"] = each.pop("from_", None)
    return {
        "rule": finding["rule"],
        "segment": finding["segment"],
        "fingerprint": finding["fingerprint"],
        "title": finding["title"],
        "facts": {**{name: finding[name] for name in _FACTS}, "causes": causes(finding)},
        "root_cause": said.get("root_cause"),
        "root_causes": [dict(each) for each in said.get("root_causes", ())],
        "corrective_actions": [{**_ACTION, **each} for each in said.get("corrective_actions", ())],
        "preventive_measures": [{**_MEASURE, **each} for each in measures],
        "evidence": [{**_EVIDENCE, **each} for each in said.get("evidence", ())],
        "missing": _listed(missing(declared)),
        "contradictions": _listed(contradictions(declared, appeal)),
        "weak_signs": _listed(signs(declared, () if appeal is None else appeal.weak_signs)),
    }


def _on_notice(notice: Mapping[str, Any], declared: list[Declared]) -> tuple[list[Remark], list[Remark]]:
    evidence = [each for one in declared for each in one.said.get("evidence", ())]
    return notice_remarks(notice, evidence, declared[0].day) if declared else ([], [])


def _asks(appeal: Appeal | None) -> list[dict[str, str]]:
    asks = {} if appeal is None else appeal.asks
    return [{"part": part.value, "text": asks[part]} for part in AppealPart if part in asks]


def _listed(remarks: Any) -> list[dict[str, Any]]:
    return [each._asdict() for each in remarks]
