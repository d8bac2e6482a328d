"""Strict fields: JSON Schema's idea of a type, not Python's; every refusal carries a code."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import Any, Self
from unicodedata import category, normalize

from marshmallow import INCLUDE, RAISE, Schema, ValidationError, fields, validate

from sellervitals.domain.pointer import token
from sellervitals.problems import Fault, RefusedError

DECIMAL = r"^-?[0-9]+(\.[0-9]+)?$"
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_INVISIBLE = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


class Refusal(str):
    """A message that knows the code of its fault."""

    code: str
    __slots__ = ("code",)

    def __new__(cls, code: str, detail: str) -> Self:
        """Attach ``code`` to ``detail``."""
        made = super().__new__(cls, detail)
        made.code = code
        return made

    def __getnewargs__(self) -> tuple[str, str]:  # type: ignore[override]
        """Allow copies: marshmallow makes one of every field."""
        return self.code, str(self)


class Request(Schema):
    """A request's object: unknown fields are refused."""

    class Meta:
        """What marshmallow makes of fields that are not declared."""

        unknown = RAISE

    error_messages = {  # noqa: RUF012 - marshmallow merges it by this name
        "unknown": Refusal("unknown-field", "is not known."),
        "type": Refusal("validation-failed", "must be an object."),
    }


class Answer(Schema):
    """An answer's object: every field is there, and more may come."""

    class Meta:
        """Published as ``additionalProperties``."""

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
        """Let everything pass."""
        return value


class Few(validate.Length):
    """Bounds a list, with the code of a limit."""

    def __call__(self, value: Any) -> Any:
        """Refuse a list that is too long."""
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


def checked(schema: Schema, content: Any) -> Any:
    """Load what came in by its schema; RefusedError names every fault of its form at once."""
    try:
        return schema.load(content)
    except ValidationError as error:
        raise RefusedError.of(faults_of(error.messages)) from None


def faults_of(messages: Any, pointer: str = "") -> Iterator[Fault]:
    """Flatten marshmallow's messages to faults at JSON pointers."""
    if isinstance(messages, dict):
        for key, inner in messages.items():
            yield from faults_of(inner, pointer if key == "_schema" else f"{pointer}/{token(key)}")
    elif isinstance(messages, list):
        for each in messages:
            yield from faults_of(each, pointer)
    else:
        yield Fault(pointer, getattr(messages, "code", "validation-failed"), str(messages))


def text(
    description: str,
    *,
    longest: int = 256,
    example: str | None = None,
    null: bool = False,
    required: bool = True,
) -> fields.String:
    """Describe a text of an answer."""
    metadata: dict[str, Any] = {"description": description, "maxLength": longest}
    if example is not None:
        metadata["example"] = example
    return fields.String(required=required, allow_none=null, metadata=metadata)


def word(description: str, words: type[StrEnum], *, null: bool = False) -> fields.String:
    """Describe a word of a list that may grow."""
    known = ", ".join(f"`{each}`" for each in words)
    return text(f"{description} One of {known}; there may be new ones.", longest=64, null=null)


def decimal(description: str, *, example: str = "0.0089", null: bool = False) -> fields.String:
    """Describe an exact decimal, which is a text in JSON."""
    metadata = {"description": description, "pattern": DECIMAL, "maxLength": 64, "example": example}
    return fields.String(required=True, allow_none=null, metadata=metadata)


def whole(description: str, *, minimum: int = 0, maximum: int = 10**15, null: bool = False) -> fields.Integer:
    """Describe a whole number of an answer."""
    bounds = {"minimum": minimum, "maximum": maximum, "format": "int64"}
    return fields.Integer(required=True, allow_none=null, metadata={"description": description, **bounds})


def flag(description: str, *, null: bool = False, required: bool = True) -> fields.Boolean:
    """Describe a yes or no of an answer."""
    return fields.Boolean(required=required, allow_none=null, metadata={"description": description})


def day(description: str, *, null: bool = False) -> fields.Date:
    """Describe a date of an answer."""
    return fields.Date(required=True, allow_none=null, metadata={"description": description})


def nested(schema: type[Schema], description: str, *, null: bool = False) -> fields.Nested:
    """Describe an object of an answer."""
    return fields.Nested(schema, required=True, allow_none=null, metadata={"description": description})


def nested_list(
    schema: type[Schema],
    description: str,
    *,
    required: bool = True,
    validate: validate.Length | None = None,
) -> fields.List[Any]:
    """Describe a list of objects of an answer."""
    return fields.List(
        fields.Nested(schema), required=required, validate=validate, metadata={"description": description}
    )


def text_list(description: str, *, longest: int = 256) -> fields.List[Any]:
    """Describe a list of texts of an answer."""
    inner = fields.String(metadata={"maxLength": longest})
    return fields.List(inner, required=True, metadata={"description": description})
