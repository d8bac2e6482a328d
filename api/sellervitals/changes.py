"""What changed between two evaluations of one account and site, finding by finding."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from typing import Any, NamedTuple

from sellervitals.domain.finding import Outcome, fingerprint
from sellervitals.domain.standing import Severity

Described = Mapping[str, Any]
"""A finding, or a whole result, as a result object writes it."""

_OUTCOMES = {each.value: each for each in Outcome}
_SEVERITIES = {each.value: each for each in Severity}


class Change(StrEnum):
    """What became of a finding."""

    NEW = "new"
    """It is open, and was not."""
    WORSE = "worse"
    """It was open, and is graver or further from the line."""
    BETTER = "better"
    """It is still open, and less grave or nearer to the line."""
    FIXED = "fixed"
    """It was open, and passes."""
    UNJUDGED = "unjudged"
    """It was judged, and cannot be any more: nobody knows whether it is well."""
    JUDGED = "judged"
    """It could not be judged, and passes."""
    UNCHANGED = "unchanged"
    """Neither; it may be open all the same."""


class _Pair(NamedTuple):
    """A finding before and after; None where the evaluation has none of that identity."""

    before: Described | None
    after: Described | None

    @property
    def newest(self) -> Described:
        """The finding as it was seen last."""
        return self.after or self.before or {}


def changes(
    before: Described, after: Described, renamed: Mapping[str, str]
) -> dict[str, list[dict[str, Any]]]:
    """Sort every finding of two results into one list each, the gravest first.

    Args:
        before: a result object.
        after: another one, of the same account and site.
        renamed: the ids that rules have today by those they had before.
    """
    old, new = _by_identity(before, renamed), _by_identity(after, renamed)
    pairs = {identity: _Pair(old.get(identity), new.get(identity)) for identity in {**new, **old}}
    found: dict[str, list[dict[str, Any]]] = {change.value: [] for change in Change}
    for identity, pair in sorted(pairs.items(), key=lambda each: _gravity(each[1].newest)):
        it = pair.newest
        found[_change(pair).value].append(
            {
                "fingerprint": identity,
                "rule": renamed.get(it["rule"], it["rule"]),
                "segment": it["segment"],
                "title": it["title"],
                "before": _state(pair.before),
                "after": _state(pair.after),
            }
        )
    return found


def side(result: Described) -> dict[str, Any]:
    """Sum up a result object that is compared with another one."""
    score, level = result["score"], result["level"]
    return {
        "id": result["id"],
        "observed_at": result["observed_at"],
        "as_of": result["as_of"],
        "score": score["value"],
        "band": score["band"],
        "coverage": score["coverage"],
        "level": level and level["name"],
        "policy_revision": result["provenance"]["policy_revision"],
    }


def _by_identity(result: Described, renamed: Mapping[str, str]) -> dict[str, Described]:
    """Key findings by their fingerprint, by that of today's rule where it was renamed.

    Of several of one identity, such as those of two rules that became one, the gravest counts: a result
    lists it first.
    """
    site = result["account"]["site"]
    found: dict[str, Described] = {}
    for each in result["findings"]:
        rule = renamed.get(each["rule"])
        identity = each["fingerprint"] if rule is None else fingerprint(rule, each["segment"], site)
        found.setdefault(identity, each)
    return found


def _change(pair: _Pair) -> Change:
    before, after = pair
    was, now = _outcome(before), _outcome(after)
    if now is None or not now.judged:
        return Change.UNJUDGED if was is not None and was.judged else Change.UNCHANGED
    if now.open:
        if was is None or not was.open or before is None or after is None:
            return Change.NEW
        return _drift(before, after)
    if was is None or not was.judged:
        return Change.JUDGED
    return Change.FIXED if was.open else Change.UNCHANGED


def _drift(before: Described, after: Described) -> Change:
    """Compare two open findings: by outcome and severity, then by the distance from the line, then health."""
    was, now = _gravity(before)[:2], _gravity(after)[:2]
    if was != now:
        return Change.WORSE if now < was else Change.BETTER
    for measure in ("margin", "health"):
        was_at, is_at = before.get(measure), after.get(measure)
        if was_at is None or is_at is None or before["unit"] != after["unit"]:
            continue
        then, today = Decimal(was_at), Decimal(is_at)
        if then != today:
            return Change.WORSE if today < then else Change.BETTER
    return Change.UNCHANGED


def _outcome(finding: Described | None) -> Outcome | None:
    return None if finding is None else _OUTCOMES[finding["outcome"]]


def _gravity(finding: Described) -> tuple[int, int, str, str]:
    outcome, severity = _OUTCOMES[finding["outcome"]], _SEVERITIES[finding["severity"]]
    return outcome.rank, severity.rank, finding["rule"], finding["segment"] or ""


def _state(finding: Described | None) -> dict[str, Any] | None:
    if finding is None:
        return None
    names = ("outcome", "severity", "message", "value", "unit", "display", "margin", "points_lost")
    return {name: finding.get(name) for name in names}
