"""Waivers: how they are given, asked for and answered."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from marshmallow import fields, validate

from sellervitals.domain.waiver import Reason
from sellervitals.limits import NAME_CHARACTERS, TEXT_CHARACTERS, WAIVER_DAYS, WAIVERS
from sellervitals.problems import Fault, RefusedError
from sellervitals.schemas.fields import Answer, Day, Request, Text, checked, nested_list, text, word
from sellervitals.schemas.own_rules import GivenWaiverSchema
from sellervitals.schemas.page import CursorSchema, PagedSchema

_REASONS = " ".join(f"`{each}`: {each.says}" for each in Reason)


class Force(StrEnum):
    """Whether the last day of a waiver is over."""

    IN_FORCE = "in_force"
    EXPIRED = "expired"


class InlineWaiverSchema(Request):
    """Who answers for an open finding, why and how long."""

    rule = Text(longest=128, required=True, metadata={"description": "The rule."})
    segment = Text(longest=TEXT_CHARACTERS, metadata={"description": "Only this segment; else all."})
    site = Text(longest=NAME_CHARACTERS, metadata={"description": "Only this site; else all."})
    owner = Text(longest=TEXT_CHARACTERS, required=True, metadata={"description": "Who answers for it."})
    reason = fields.String(
        required=True,
        validate=validate.OneOf([each.value for each in Reason], error="must be one of {choices}."),
        metadata={"description": f"Why. {_REASONS}"},
    )
    note = Text(longest=TEXT_CHARACTERS, metadata={"description": "What else to know."})
    until = Day(required=True, metadata={"description": f"The last day, at most {WAIVER_DAYS} days ahead."})


class WaivedAccountSchema(Request):
    """Whose findings."""

    marketplace = Text(
        longest=NAME_CHARACTERS, required=True, metadata={"description": "An id of `GET /v1/marketplaces`."}
    )
    seller_id = Text(
        longest=TEXT_CHARACTERS,
        required=True,
        metadata={"description": "The seller, as evaluations name it."},
    )
    site = Text(longest=NAME_CHARACTERS, metadata={"description": "Only this site; else all."})


class WaiverRequestSchema(InlineWaiverSchema):
    """A waiver of an account's findings."""

    class Meta(Request.Meta):
        """The site stands with the account."""

        exclude = ("site",)

    account = fields.Nested(WaivedAccountSchema, required=True)


_WAIVER = WaiverRequestSchema()
_WAIVERS = InlineWaiverSchema(many=True)


def load_waiver(content: Any) -> dict[str, Any]:
    """Load a waiver; RefusedError names every fault of its form at once."""
    loaded: dict[str, Any] = checked(_WAIVER, content)
    return loaded


def load_waivers(content: Any) -> list[dict[str, Any]]:
    """Load a list of waivers without an account; RefusedError names every fault of its form at once."""
    if not isinstance(content, list):
        raise RefusedError.of([Fault("", "validation-failed", "must be a list of waivers.")])
    if len(content) > WAIVERS:
        raise RefusedError.of([Fault("", "limit-exceeded", f"has more than {WAIVERS} items.")])
    loaded: list[dict[str, Any]] = checked(_WAIVERS, content)
    return loaded


class WaiverQuerySchema(CursorSchema):
    """Filters and the place to go on from."""

    marketplace = Text(longest=NAME_CHARACTERS, metadata={"description": "Only this marketplace."})
    seller_id = Text(longest=TEXT_CHARACTERS, metadata={"description": "Only this seller."})
    rule = Text(longest=128, metadata={"description": "Only this rule."})
    state = fields.String(
        validate=validate.OneOf([each.value for each in Force], error="must be one of {choices}."),
        metadata={"description": "Only those whose last day is over (`expired`), or not (`in_force`)."},
    )


class StoredAccountNameSchema(Answer):
    """Whose findings."""

    marketplace = text("The marketplace.")
    seller_id = text("The seller.", longest=TEXT_CHARACTERS)
    site = text("The only site; null for all.", null=True)


class StoredWaiverSchema(GivenWaiverSchema):
    """A waiver as it is kept."""

    account = fields.Nested(
        StoredAccountNameSchema, required=True, metadata={"description": "Whose findings."}
    )
    rule = text("The rule.")
    segment = text("The only segment; null for all.", null=True, longest=TEXT_CHARACTERS)
    note = text("What else to know.", null=True, longest=TEXT_CHARACTERS)
    state = word("Whether its last day is over, today in UTC.", Force)
    created_at = fields.DateTime(required=True, metadata={"description": "When it was made, UTC."})


class WaiverPageSchema(PagedSchema):
    """One page of waivers, newest first."""

    data = nested_list(StoredWaiverSchema, "The waivers.")
