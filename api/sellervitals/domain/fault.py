"""The one way metadata is refused: a sentence that names the subject and the field."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import TypeVar

E = TypeVar("E", bound=StrEnum)


class MetadataError(ValueError):
    """A plugin's metadata cannot be used.

    Args:
        subject: what is wrong, for example ``rule amazon.order-defect-rate``.
        field: where in it, for example ``limits[1].since``.
        problem: why, as the end of a sentence.
    """

    def __init__(self, subject: str, field: str, problem: str) -> None:
        super().__init__(f"{subject}: {field} {problem}")
        self.subject = subject
        self.field = field
        self.problem = problem


def one_of(kind: type[E], value: object, subject: str, field: str) -> E:
    """Read a word of a closed list; MetadataError names the words that are allowed."""
    try:
        return kind(value)  # type: ignore[arg-type]  # anything may be given
    except ValueError:
        allowed = ", ".join(kind)
        raise MetadataError(subject, field, f"must be one of {allowed}, not {value!r}") from None


def text(value: object, subject: str, field: str) -> str:
    """Require a non-empty, trimmed string."""
    if not isinstance(value, str) or not value.strip() or value != value.strip():
        raise MetadataError(subject, field, f"must be a non-empty text, not {value!r}")
    return value


def many(kind: type, values: object, subject: str, field: str) -> None:
    """Require a tuple of instances of ``kind``."""
    if not isinstance(values, tuple):
        raise MetadataError(subject, field, f"must be a tuple, not {type(values).__name__}")
    for place, value in enumerate(values):
        if not isinstance(value, kind):
            problem = f"must be a {kind.__name__}, not {type(value).__name__}"
            raise MetadataError(subject, f"{field}[{place}]", problem)


def distinct(values: Iterable[str], subject: str, field: str) -> None:
    """Refuse the same id twice."""
    seen: set[str] = set()
    for value in values:
        if value in seen:
            raise MetadataError(subject, field, f"names {value!r} twice")
        seen.add(value)
