"""The one way metadata is refused: a sentence that names the subject and the field."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from functools import wraps
from inspect import Parameter, signature
from typing import Any, TypeVar, cast

E = TypeVar("E", bound=StrEnum)
F = TypeVar("F", bound=Callable[..., Any])

_KEBAB = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_UNSENDABLE = re.compile(r"[\x00\ud800-\udfff]")
_SNAKE = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")


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


def described(kind: F) -> F:
    """Let a class or function name the field when a field is unknown or missing.

    The first field is what tells one from the others; the sentence begins with it.
    """
    word = kind.__name__.lower()
    if not isinstance(kind, type):
        return cast(F, _checked(kind, word))
    init: Any = kind
    init.__init__ = _checked(init.__init__, word)
    return kind


def _checked(function: Any, word: str) -> Any:
    parameters = signature(function).parameters
    fields = {name: each for name, each in parameters.items() if name != "self"}
    first = next(iter(fields))

    @wraps(function)
    def call(*given: Any, **named: Any) -> Any:
        values = dict(zip(parameters, given, strict=False)) | named
        subject = f"{word} {values.get(first, '')}".strip()
        for name in named:
            if name not in fields:
                raise MetadataError(subject, name, f"is no field of a {word}")
        for name, each in fields.items():
            if each.default is Parameter.empty and name not in values:
                raise MetadataError(subject, name, "is missing")
        return function(*given, **named)

    return call


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
    if _UNSENDABLE.search(value):
        raise MetadataError(subject, field, f"must not hold NUL or lone surrogates, as {value!r} does")
    return value


def kebab(value: object, subject: str, field: str) -> None:
    """Require lower-case words with hyphens between them."""
    if not isinstance(value, str) or not _KEBAB.fullmatch(value):
        raise MetadataError(subject, field, f"must be kebab-case, not {value!r}")


def snake(value: object, subject: str, field: str) -> None:
    """Require lower-case words with underscores between them."""
    if not isinstance(value, str) or not _SNAKE.fullmatch(value):
        raise MetadataError(subject, field, f"must be snake_case, not {value!r}")


def owned(value: object, subject: str, field: str) -> str:
    """Require ``<plugin>.<kebab-name>`` and give the plugin's name."""
    plugin, dot, name = str(value).partition(".")
    if not dot or not _SNAKE.fullmatch(plugin) or not _KEBAB.fullmatch(name):
        raise MetadataError(subject, field, f"must be <plugin>.<kebab-name>, not {value!r}")
    return plugin


def whole(value: object, subject: str, field: str, *, least: int = 0) -> None:
    """Require a whole number from ``least`` up."""
    if isinstance(value, bool) or not isinstance(value, int) or value < least:
        raise MetadataError(subject, field, f"must be a whole number from {least} up, not {value!r}")


def function(value: object, subject: str, field: str) -> None:
    """Require something that can be called."""
    if not callable(value):
        raise MetadataError(subject, field, f"must be a function, not {value!r}")


def table(kind: type, values: object, subject: str, field: str) -> None:
    """Require a mapping from texts to instances of ``kind``."""
    if not isinstance(values, Mapping):
        raise MetadataError(subject, field, f"must be a mapping, not {type(values).__name__}")
    for key, value in values.items():
        text(key, subject, field)
        if not isinstance(value, kind):
            problem = f"must be a {kind.__name__}, not {type(value).__name__}"
            raise MetadataError(subject, f"{field}[{key!r}]", problem)


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
