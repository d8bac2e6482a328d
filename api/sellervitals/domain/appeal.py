"""What a marketplace wants to read in an appeal, and which words work against the seller, as data."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from sellervitals.domain.fault import (
    MetadataError,
    described,
    distinct,
    kebab,
    many,
    one_of,
    table,
    text,
    whole,
)
from sellervitals.domain.remediation import Reference

_PHRASE = re.compile(r"[a-z0-9']+\*?( (\.\.\. )?[a-z0-9']+\*?)*")
_SPACE = r"[^\w.,:;!?]+"  # words on both sides of a stop or comma are no phrase
_GAP = rf"(?:{_SPACE}\w+){{0,4}}?{_SPACE}"
_NOT = re.compile(
    r"\b(?:not|never|no|without|didn't|don't|won't|cannot)X(?:\w+X){0,2}\Z".replace("X", _SPACE)
)
_END = r"\b(?!['\u2019]\w)"  # "the listing's" is about something else than the listing
_BEFORE = 40
"""Characters before a phrase that are searched for a negation."""


class AppealPart(StrEnum):
    """The parts of a plan of action, in the order in which they are read."""

    ROOT_CAUSE = "root_cause"
    """What happened and why."""
    CORRECTIVE_ACTIONS = "corrective_actions"
    """What is finished already."""
    PREVENTIVE_MEASURES = "preventive_measures"
    """What keeps it from happening again."""
    EVIDENCE = "evidence"
    """What shows it."""


@described
@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """Words that work against the seller in an appeal.

    Args:
        id: kebab-case, unique within its appeal.
        phrases: lower-case words; one that ends with ``*`` may go on, and ``...`` stands for up to four
            words: ``delet* ... listing*``. One that follows a negation does not count.
        says: why it works against the seller, and what to write instead, in a sentence.
        parts: where it counts, words of ``AppealPart``; empty is everywhere.
        rules: the rules that it is about; empty is all.
    """

    id: str
    phrases: tuple[str, ...]
    says: str
    parts: tuple[AppealPart, ...] = ()
    rules: tuple[str, ...] = ()
    pattern: re.Pattern[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        subject = f"sign {self.id}"
        kebab(self.id, subject, "id")
        text(self.says, subject, "says")
        many(str, self.phrases, subject, "phrases")
        many(str, self.rules, subject, "rules")
        if not isinstance(self.parts, tuple):
            raise MetadataError(subject, "parts", f"must be a tuple, not {type(self.parts).__name__}")
        parts = tuple(one_of(AppealPart, each, subject, "parts") for each in self.parts)
        object.__setattr__(self, "parts", parts)
        if not self.phrases:
            raise MetadataError(subject, "phrases", "must hold one at least")
        for place, phrase in enumerate(self.phrases):
            if not _PHRASE.fullmatch(phrase):
                problem = f"must be lower-case words, with * or ... at most, not {phrase!r}"
                raise MetadataError(subject, f"phrases[{place}]", problem)
        pattern = "|".join(map(_pattern, self.phrases))
        object.__setattr__(self, "pattern", re.compile(rf"\b(?:{pattern})", re.IGNORECASE))

    def concerns(self, rule: str, part: AppealPart) -> bool:
        """Say whether it counts in this part of a finding's appeal."""
        return (not self.rules or rule in self.rules) and (not self.parts or part in self.parts)

    def found_in(self, written: str) -> Iterator[str]:
        """Give the words of a text that are such a sign, as they are written there."""
        for match in self.pattern.finditer(written):
            if not _NOT.search(written[max(0, match.start() - _BEFORE) : match.start()].lower()):
                yield match[0]


def _pattern(phrase: str) -> str:
    """Write a phrase as a regular expression; its gaps are bounded, so it takes linear time."""
    found = ""
    for word in phrase.split(" "):
        if word == "...":
            found = found.removesuffix(_SPACE) + _GAP
            continue
        stem = re.escape(word.removesuffix("*"))
        found += (rf"{stem}\w*" if word.endswith("*") else stem) + _END + _SPACE
    return found.removesuffix(_SPACE)


@described
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Appeal:
    """What a marketplace wants to read in an appeal.

    Args:
        asks: a sentence for each part, by words of ``AppealPart``.
        references: where that is written.
        weak_signs: words that weaken an appeal; advice alone.
        contradictions: words that say what cannot help or cannot be; an appeal with them is not ready.
        evidence_days: evidence that is older counts for nothing; None where no age is known.
    """

    asks: Mapping[str, str]
    references: tuple[Reference, ...]
    weak_signs: tuple[Sign, ...] = ()
    contradictions: tuple[Sign, ...] = ()
    evidence_days: int | None = None

    def __post_init__(self) -> None:
        subject = "appeal"
        table(str, self.asks, subject, "asks")
        for part, asked in self.asks.items():
            one_of(AppealPart, part, subject, "asks")
            text(asked, subject, f"asks[{part!r}]")
        many(Reference, self.references, subject, "references")
        many(Sign, self.weak_signs, subject, "weak_signs")
        many(Sign, self.contradictions, subject, "contradictions")
        distinct((each.id for each in self.signs), subject, "signs")
        if self.evidence_days is not None:
            whole(self.evidence_days, subject, "evidence_days", least=1)

    @property
    def signs(self) -> tuple[Sign, ...]:
        """Weak signs and contradictions."""
        return self.weak_signs + self.contradictions
