"""Profiles: how own limits and weights are given, and how they are answered."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from marshmallow import ValidationError, fields, validate

from sellervitals.domain.measurement import Comparator, Unit
from sellervitals.domain.profile import LARGEST_WEIGHT
from sellervitals.limits import (
    DECIMAL_DIGITS,
    INTEGER_DIGITS,
    LARGEST_COUNT,
    NAME_CHARACTERS,
    OWN_LIMITS,
    TEXT_CHARACTERS,
)
from sellervitals.schemas.fields import (
    DECIMAL,
    Answer,
    Few,
    Request,
    Text,
    checked,
    decimal,
    nested_list,
    text,
    text_list,
    word,
)
from sellervitals.schemas.page import CursorSchema, PagedSchema

NAME_PATTERN = f"^[a-z0-9][a-z0-9._-]{{0,{NAME_CHARACTERS - 1}}}$"
_NAME = re.compile(NAME_PATTERN)
_NUMBER = re.compile(rf"[0-9]{{1,{INTEGER_DIGITS}}}(\.[0-9]{{1,{DECIMAL_DIGITS}}})?")
_WEIGHTS = {
    "description": "Whole numbers by rule id, in place of the published weights; see `guardrails`.",
    "maxProperties": 256,
    "additionalProperties": {"type": "integer", "minimum": 0, "maximum": LARGEST_WEIGHT, "format": "int32"},
}


class Line(fields.Raw):
    """A number that is no float: a decimal text or a JSON number, not negative."""

    def __init__(self, description: str) -> None:
        number = {"type": "string", "pattern": DECIMAL, "maxLength": INTEGER_DIGITS + DECIMAL_DIGITS + 2}
        super().__init__(
            metadata={"description": description, "anyOf": [number, {"type": "number", "minimum": 0}]}
        )

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Decimal:  # noqa: ARG002
        if isinstance(value, str) and not _NUMBER.fullmatch(value):
            raise ValidationError("must be a plain decimal such as '0.5', not negative.")
        if isinstance(value, bool) or not isinstance(value, int | Decimal | str):
            raise ValidationError("must be a number or a decimal text.")
        number = Decimal(value)
        if not number.is_finite() or not 0 <= number <= LARGEST_COUNT:
            raise ValidationError(f"must be from 0 to {LARGEST_COUNT:,}.")
        return number or Decimal(0)


class OwnLimitRequestSchema(Request):
    """A line of your own; a value beyond `fail` fails, one on or beyond `warn` warns."""

    rule = Text(longest=128, metadata={"description": "A rule of `GET /v1/rules` that judges a number."})
    metric = Text(
        longest=NAME_CHARACTERS,
        metadata={"description": "Instead of a rule: every rule of this metric of `GET /v1/metrics`."},
    )
    segment = Text(longest=TEXT_CHARACTERS, metadata={"description": "Only this segment."})
    site = Text(longest=NAME_CHARACTERS, metadata={"description": "Only this site."})
    unit = Text(
        longest=16,
        metadata={"description": "`ratio` (0.01) or `percent` (1) for every rate: required, never guessed."},
    )
    comparator = fields.String(
        validate=validate.OneOf([each.value for each in Comparator], error="must be one of {choices}."),
        metadata={"description": "What a value must be against `fail`; left out: as the policy has it."},
    )
    warn = Line("The line of the thin margin.")
    fail = Line("The line itself.")


class ProfileRequestSchema(Request):
    """Own limits and weights for accounts of one marketplace."""

    marketplace = Text(
        longest=NAME_CHARACTERS, required=True, metadata={"description": "An id of `GET /v1/marketplaces`."}
    )
    limits = fields.List(
        fields.Nested(OwnLimitRequestSchema),
        validate=Few(max=OWN_LIMITS),
        metadata={"description": "One for each rule or metric, segment and site at most."},
    )
    weights = fields.Dict(keys=fields.String(), metadata=_WEIGHTS)


class InlineProfileSchema(ProfileRequestSchema):
    """A profile that comes with a request and is not kept."""

    marketplace = Text(
        longest=NAME_CHARACTERS, metadata={"description": "Left out: the marketplace of the account."}
    )
    name = Text(longest=NAME_CHARACTERS, metadata={"description": "What to call it in the answer."})


class ProfileField(fields.Raw):
    """The name of a stored profile, or a profile."""

    def __init__(self) -> None:
        reference = {"$ref": "#/components/schemas/InlineProfile"}
        named = {"type": "string", "pattern": NAME_PATTERN, "maxLength": NAME_CHARACTERS}
        says = "Your own limits and weights: the name of one of `GET /v1/profiles`, or one of the same form."
        super().__init__(metadata={"description": says, "anyOf": [named, reference]})

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:  # noqa: ARG002
        if isinstance(value, dict):
            return _INLINE.load(value)
        if not isinstance(value, str) or not _NAME.fullmatch(value):
            raise ValidationError("must be the name of a stored profile, or an object.")
        return value


_INLINE = InlineProfileSchema()
_PROFILE = ProfileRequestSchema()


def parse_profile_name(text: str) -> str:
    """Read the name of a profile; ValueError when it cannot be one."""
    if not _NAME.fullmatch(text):
        raise ValueError(f"{text!r:.80} is no name")
    return text


def load_profile(content: Any, *, inline: bool = False) -> dict[str, Any]:
    """Load a profile; RefusedError names every fault of its form at once."""
    loaded: dict[str, Any] = checked(_INLINE if inline else _PROFILE, content)
    return loaded


class OwnLimitSchema(Answer):
    """A line of your own."""

    rule = text("The rule; null where a metric is named.", null=True)
    metric = text("The metric; null where a rule is named.", null=True)
    segment = text("The only segment; null for all.", null=True, longest=TEXT_CHARACTERS)
    site = text("The only site; null for all.", null=True)
    unit = word("What the lines are counted in; rates are ratios.", Unit)
    comparator = word("What a value must be; null: as the policy has it.", Comparator, null=True)
    warn = decimal("The line of the thin margin.", null=True)
    fail = decimal("The line itself.", null=True)


class ProfileSchema(Answer):
    """A stored profile."""

    name = text("Its name.", longest=NAME_CHARACTERS)
    marketplace = text("Whose accounts it is for.")
    digest = text("`sha256:` and the digest of its content; answers that used it name it.")
    limits = nested_list(OwnLimitSchema, "Own limits.")
    weights = fields.Dict(keys=fields.String(), values=fields.Integer(), required=True, metadata=_WEIGHTS)
    guardrails = text_list("What no profile can do.", longest=1_024)


class ProfilePageSchema(PagedSchema):
    """One page of profiles, by name."""

    data = nested_list(ProfileSchema, "The profiles.")


class ProfileQuerySchema(CursorSchema):
    """The place to go on from, and whose."""

    marketplace = Text(longest=NAME_CHARACTERS, metadata={"description": "Only this marketplace."})
