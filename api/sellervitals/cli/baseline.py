"""A result that is accepted: only what is new or worse than in it counts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from sellervitals.changes import Change, changes
from sellervitals.cli.source import UnusableError, content
from sellervitals.domain.wording import subject
from sellervitals.problems import RefusedError
from sellervitals.strict_json import loads

_NEEDED = frozenset({"account", "as_of", "findings", "score"})
_FINDING = frozenset({"rule", "segment", "outcome", "severity", "title", "fingerprint", "value", "unit"})
_ACCOUNT = ("marketplace", "site", "seller_id")
_TOLD = (Change.NEW, Change.WORSE, Change.UNJUDGED, Change.BETTER, Change.FIXED)


Changed = Mapping[str, list[dict[str, Any]]]
"""What became of every finding, as ``changes`` sorts it."""


class Baseline(NamedTuple):
    """An earlier result object of one account and site."""

    name: str
    result: Mapping[str, Any]

    @classmethod
    def read(cls, name: str, most: int) -> Baseline:
        """Read a result as ``check --format json`` wrote it; UnusableError for anything else.

        Args:
            name: the file.
            most: the largest number of bytes.
        """
        try:
            found = loads(content(name, most))
        except RefusedError as refused:
            raise UnusableError(f"the baseline {name} is no JSON: {refused.detail}") from refused
        if not (
            isinstance(found, dict)
            and found.keys() >= _NEEDED
            and all(isinstance(found[name], dict) for name in ("account", "score"))
            and isinstance(found["findings"], list)
            and all(isinstance(each, dict) and each.keys() >= _FINDING for each in found["findings"])
        ):
            raise UnusableError(f"the baseline {name} is no result of 'check --format json'.")
        return cls(name, found)

    def against(self, result: Mapping[str, Any], renamed: Mapping[str, str]) -> Changed:
        """Sort what changed since; UnusableError where the baseline is about another account or site."""
        mine, theirs = ([each["account"].get(name) for name in _ACCOUNT] for each in (self.result, result))
        if mine != theirs:
            named = ("/".join(str(part) for part in whose if part) for whose in (mine, theirs))
            raise UnusableError("the baseline is about {}, the file about {}.".format(*named))
        try:
            return changes(self.result, result, renamed)
        except (ArithmeticError, KeyError, TypeError, ValueError) as problem:
            raise UnusableError(f"the baseline {self.name} holds what no result does.") from problem


def not_accepted(found: Changed) -> frozenset[str]:
    """Give the fingerprints of what a baseline does not accept."""
    fresh = (Change.NEW, Change.WORSE)
    return frozenset(each["fingerprint"] for change in fresh for each in found[change.value])


def told(found: Changed) -> Iterable[str]:
    """Say what changed, a line for each finding."""
    for change in _TOLD:
        for each in found[change.value]:
            yield f"{change.value}: {subject(each['rule'], each['segment'])}"
