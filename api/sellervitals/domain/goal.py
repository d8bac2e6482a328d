"""What a seller may want to reach: rules that pass and limits that are met, under one name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from sellervitals.domain.fault import MetadataError, described, kebab, many, owned, table, text
from sellervitals.domain.limit import Limit
from sellervitals.domain.remediation import Reference


@described
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Goal:
    """Something that a seller may want to reach, beside the rungs of ladders, which are goals by themselves.

    Args:
        id: kebab-case, as people ask for it.
        title: for people.
        rules: ids of rules that must pass.
        needs: dated limits by metric; a value on the good side of ``fail`` is enough.
        references: sources by key; every limit's ``source`` is one of them.
    """

    id: str
    title: str
    rules: tuple[str, ...] = ()
    needs: Mapping[str, tuple[Limit, ...]] = field(default_factory=dict)
    references: Mapping[str, Reference] = field(default_factory=dict)

    def __post_init__(self) -> None:
        subject = f"goal {self.id}"
        kebab(self.id, subject, "id")
        text(self.title, subject, "title")
        many(str, self.rules, subject, "rules")
        for place, rule in enumerate(self.rules):
            owned(rule, subject, f"rules[{place}]")
        if not self.rules and not self.needs:
            raise MetadataError(subject, "needs", "and rules cannot both be missing")
        table(Reference, self.references, subject, "references")
        table(tuple, self.needs, subject, "needs")
        for metric, limits in self.needs.items():
            many(Limit, limits, subject, f"needs[{metric!r}]")
            for each in limits:
                if each.fail is None:
                    raise MetadataError(subject, f"needs[{metric!r}]", "must have a fail line in every limit")
                if each.source not in self.references:
                    problem = f"{each.source!r} is not among the references"
                    raise MetadataError(subject, f"needs[{metric!r}]", problem)
        object.__setattr__(self, "needs", MappingProxyType(dict(self.needs)))
        object.__setattr__(self, "references", MappingProxyType(dict(self.references)))
