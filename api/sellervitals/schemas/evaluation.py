"""The request body of an evaluation: checked as an envelope, described in full."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from marshmallow import fields

from sellervitals.domain.standing import Severity
from sellervitals.limits import (
    DAILY_SERIES,
    DAYS,
    DOCUMENTS,
    LARGEST_COUNT,
    MEASUREMENTS,
    NAME_CHARACTERS,
    TAGS,
    TEXT_CHARACTERS,
    WAIVERS,
)
from sellervitals.schemas.fields import DECIMAL, Day, Few, Flag, Request, Text, checked
from sellervitals.schemas.profiles import ProfileField
from sellervitals.schemas.waivers import InlineWaiverSchema

_AMOUNT = {"anyOf": [{"type": "string", "pattern": DECIMAL, "maxLength": 37}, {"type": "number"}]}
_MEASUREMENT: dict[str, Any] = {
    "type": "object",
    "additionalProperties": False,
    "properties": {
        "segment": {
            "type": "string",
            "maxLength": NAME_CHARACTERS,
            "description": "A part that is judged on its own, such as `mfn`.",
        },
        "value": {
            "description": "The number as reported, exact as a text; a word for a state.",
            "anyOf": [*_AMOUNT["anyOf"], {"type": "string", "maxLength": NAME_CHARACTERS}],
        },
        "unit": {
            "type": "string",
            "maxLength": 16,
            "description": "`ratio` (0.01) or `percent` (1) for every rate: required, never guessed.",
        },
        "numerator": {"type": "integer", "format": "int64", "minimum": 0, "maximum": LARGEST_COUNT},
        "denominator": {"type": "integer", "format": "int64", "minimum": 0, "maximum": LARGEST_COUNT},
        "parts": {
            "type": "object",
            "additionalProperties": {
                "type": "integer",
                "format": "int64",
                "minimum": 0,
                "maximum": LARGEST_COUNT,
            },
            "description": "What the numerator, or a count, is made of, by the names of `GET /v1/metrics`.",
        },
        "window": {
            "type": "object",
            "additionalProperties": False,
            "required": ["from", "to"],
            "properties": {
                "from": {"type": "string", "format": "date"},
                "to": {"type": "string", "format": "date"},
            },
            "description": "The days covered, both included.",
        },
        "target": {
            **_AMOUNT,
            "description": "Where a marketplace takes it (one with `families` in `GET /v1/marketplaces`):"
            " what the value is held against, in its unit. It outranks every limit that is known, except a"
            " published one that is stricter.",
        },
        "comparator": {
            "type": "string",
            "maxLength": NAME_CHARACTERS,
            "description": "What the value must be against its target: `below`, `at_most`, `at_least` or"
            " `above`, in any spelling. Required beside a target, and with a name that is no known metric.",
        },
        "severity": {
            "type": "string",
            "enum": [each.value for each in Severity],
            "description": "What is at stake, where you know better than the rule.",
        },
    },
}
_COUNT: dict[str, Any] = {"type": "integer", "format": "int64", "minimum": 0, "maximum": LARGEST_COUNT}
_SERIES: dict[str, Any] = {
    "type": "object",
    "additionalProperties": False,
    "required": ["days"],
    "properties": {
        "segment": {"type": "string", "maxLength": NAME_CHARACTERS, "description": "As in `metrics`."},
        "days": {
            "type": "array",
            "maxItems": DAYS,
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": ["day", "numerator"],
                "properties": {
                    "day": {"type": "string", "format": "date"},
                    "numerator": _COUNT,
                    "denominator": {**_COUNT, "description": "Required for a rate."},
                },
            },
            "description": "No day twice; a day that is left out is unknown, not zero.",
        },
    },
}
_DAILY: dict[str, Any] = {
    "description": "What was counted on single days, by metric id, one series or one per segment. Forecasts"
    " roll windows on by them; nothing is judged by them.",
    "maxProperties": 256,
    "additionalProperties": {
        "anyOf": [_SERIES, {"type": "array", "items": _SERIES, "maxItems": DAILY_SERIES}]
    },
}


class AccountSchema(Request):
    """Whose account it is; marketplace and site may come from a document instead."""

    marketplace = Text(longest=NAME_CHARACTERS, metadata={"description": "An id of `GET /v1/marketplaces`."})
    site = Text(
        longest=NAME_CHARACTERS, metadata={"description": "A site of it, by our id or the marketplace's own."}
    )
    seller_id = Text(
        longest=TEXT_CHARACTERS,
        metadata={"description": "The seller, as you name it; without one no account is kept."},
    )
    name = Text(
        longest=TEXT_CHARACTERS, metadata={"description": "A name for people; kept with the account."}
    )
    tags = fields.List(
        Text(longest=NAME_CHARACTERS),
        validate=Few(max=TAGS),
        metadata={"description": "Words of your own, kept with the account in place of earlier ones."},
    )


class DocumentSchema(Request):
    """A native document, exactly as the marketplace delivers it."""

    type = Text(
        longest=NAME_CHARACTERS,
        metadata={"description": "A type of `GET /v1/documents`; recognised by content when left out."},
    )
    content = fields.Raw(
        required=True,
        metadata={
            "description": "JSON as it came, or the text of a TSV or CSV file.",
            "anyOf": [{"type": "object"}, {"type": "array", "items": {}}, {"type": "string"}],
        },
    )


class EvaluationRequestSchema(Request):
    """What is known of one account: native documents, plain metrics, or both."""

    account = fields.Nested(AccountSchema)
    as_of = Day(metadata={"description": "The day whose policy counts; else each measurement's own."})
    documents = fields.List(
        fields.Nested(DocumentSchema),
        validate=Few(max=DOCUMENTS),
        metadata={"description": "Native documents."},
    )
    metrics = fields.Dict(
        keys=fields.String(),
        metadata={
            "description": "Plain numbers by metric id (`GET /v1/metrics`), one or one per segment."
            " Marketplaces with `families` take other names too.",
            "maxProperties": 256,
            "additionalProperties": {
                "anyOf": [
                    _MEASUREMENT,
                    {"type": "array", "items": _MEASUREMENT, "minItems": 1, "maxItems": MEASUREMENTS},
                ]
            },
        },
    )
    daily = fields.Dict(keys=fields.String(), metadata=_DAILY)
    profile = ProfileField()
    waivers = fields.List(
        fields.Nested(InlineWaiverSchema),
        validate=Few(max=WAIVERS),
        metadata={"description": "Open findings that somebody answers for, beside the stored ones."},
    )
    store = Flag(
        load_default=True, metadata={"description": "False judges without keeping anything.", "default": True}
    )


def native_document(fields: Iterable[str]) -> dict[str, Any]:
    """Describe a native document in place of an envelope with such fields."""
    return {
        "type": "object",
        "title": "A native document alone",
        "description": "One that a reader of `GET /v1/documents` recognises; no field of ours at its top"
        " level.",
        "minProperties": 1,
        "maxProperties": 256,
        "propertyNames": {"not": {"enum": sorted(fields)}},
    }


_ENVELOPE = EvaluationRequestSchema()


def load(body: dict[str, Any]) -> dict[str, Any]:
    """Load a request body; RefusedError names every fault of the envelope at once."""
    if _only_documents(body):
        return {"store": True, **body}
    content: dict[str, Any] = checked(_ENVELOPE, body)
    return content


def _only_documents(body: dict[str, Any]) -> bool:
    """Say whether it holds documents and no more: the schema has nothing to check or change in them."""
    documents = body.get("documents")
    return (
        isinstance(documents, list)
        and len(documents) <= DOCUMENTS
        and type(body.get("store", True)) is bool
        and body.keys() <= {"documents", "store"}
        and all(
            isinstance(each, dict) and each.keys() == {"content"} and each["content"] is not None
            for each in documents
        )
    )
