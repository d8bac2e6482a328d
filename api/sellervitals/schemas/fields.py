"""Strict fields: JSON Schema's idea of a type, not Python's; every refusal carries a code."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any
from unicodedata import category, normalize

from marshmallow import INCLUDE, RAISE, Schema, ValidationError, fields, validate

from sellervitals.problems import Fault

DECIMAL = r"^-?[0-9]+(\.[0-9]+)?$"
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_INVISIBLE = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


class Refusal(str):
    """A message that knows the code of its fault."""

    __slots__ = ("code",)

    def __new__(cls, code: str, detail: str) -> Refusal:
        """Attach ``code`` to ``detail``."""
        made = super().__new__(cls, detail)
        made.code = code
        return made


class Request(Schema):
    """A request's object: unknown fields are refused."""

    class Meta:
        unknown = RAISE

    error_messages = {  # noqa: RUF012 - marshmallow merges it by this name
        "unknown": Refusal("unknown-field", "is not known."),
        "type": Refusal("validation-failed", "must be an object."),
    }


class Answer(Schema):
    """An answer's object: every field is there, and more may come."""

    class Meta:
        unknown = INCLUDE


class Text(fields.String):
    """A text for people or machines: NFC, without control or invisible characters."""

    def __init__(self, *, longest: int, **kwargs: Any) -> None:
        # documented by the validator, checked below with the right code
        super().__init__(validate=[_Documented(min=1, max=longest)], **kwargs)
        self.longest = longest

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:  # noqa: ARG002
        if not isinstance(value, str):
            raise ValidationError("must be a text.")
        text = value if value.isascii() else normalize("NFC", value)
        if len(text) > self.longest:
            raise ValidationError(Refusal("limit-exceeded", f"is longer than {self.longest} characters."))
        if not text.strip():
            raise ValidationError("must not be empty.")
        if not text.isprintable() and any(category(char) in _INVISIBLE for char in text):
            raise ValidationError("holds control or invisible characters.")
        return text


class _Documented(validate.Length):
    """Published in the document; ``Text`` itself checks, because a limit has its own code."""

    def __call__(self, value: Any) -> Any:
        return value


class Few(validate.Length):
    """Bounds a list, with the code of a limit."""

    def __call__(self, value: Any) -> Any:
        if self.max is not None and len(value) > self.max:
            raise ValidationError(Refusal("limit-exceeded", f"has more than {self.max} items."))
        return value


class Day(fields.Date):
    """A date as YYYY-MM-DD and nothing else."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> date:  # noqa: ARG002
        if isinstance(value, str) and _DAY.fullmatch(value):
            try:
                return date.fromisoformat(value)
            except ValueError:
                pass
        raise ValidationError("must be a date such as 2026-11-22.")


class Flag(fields.Boolean):
    """True or false, no other spelling."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> bool:  # noqa: ARG002
        if not isinstance(value, bool):
            raise ValidationError("must be true or false.")
        return value


class PageSize(fields.Integer):
    """A whole number in a query, in plain digits."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> int:  # noqa: ARG002
        if not re.fullmatch("[0-9]{1,4}", value):
            raise ValidationError("must be a whole number in digits.")
        return int(value)


def faults_of(messages: Any, pointer: str = "") -> Iterator[Fault]:
    """Flatten marshmallow's messages to faults at JSON pointers."""
    if isinstance(messages, dict):
        for key, inner in messages.items():
            token = str(key).replace("~", "~0").replace("/", "~1")
            yield from faults_of(inner, pointer if key == "_schema" else f"{pointer}/{token}")
    elif isinstance(messages, list):
        for each in messages:
            yield from faults_of(each, pointer)
    else:
        yield Fault(pointer, getattr(messages, "code", "validation-failed"), str(messages))
