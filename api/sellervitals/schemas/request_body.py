"""How a request body is described: JSON alone, or an envelope, a native document or a form."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from marshmallow import Schema

from sellervitals.payload import Envelope
from sellervitals.schemas.evaluation import native_document
from sellervitals.schemas.examples import EXAMPLES


def json_body(description: str, schema: Any, examples: Mapping[str, str]) -> dict[str, Any]:
    """Describe a request body that is JSON of one schema.

    Args:
        description: what it holds.
        schema: of its content.
        examples: what each example shows, by its name in ``schemas/samples``.
    """
    return {
        "description": description,
        "required": True,
        "content": {"application/json": {"schema": schema, "examples": _shown(examples)}},
    }


def _shown(examples: Mapping[str, str]) -> dict[str, Any]:
    return {name: {"summary": words, "value": EXAMPLES[name]} for name, words in examples.items()}


def request_body(
    schema: type[Schema], kind: Envelope, examples: Mapping[str, str], texts: Iterable[str]
) -> dict[str, Any]:
    """Describe a request body.

    Args:
        schema: of the envelope.
        kind: its fields.
        examples: what each example shows, by its name in ``schemas/samples``.
        texts: the media types of tables.
    """
    return {
        "description": (
            "An envelope, or a native document alone as the marketplace delivers it. As a form: the envelope"
            " in the part `request` (may be left out) and native documents as files in parts named"
            " `document`."
        ),
        "required": True,
        "content": {
            "application/json": {
                "schema": {"anyOf": [schema, native_document(kind.fields)]},
                "examples": _shown(examples),
            },
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "additionalProperties": False,
                    "properties": {
                        "request": {"type": "string", "description": "The envelope, as JSON."},
                        "document": {
                            "type": "array",
                            "minItems": 1,
                            "items": {"type": "string", "format": "binary"},
                            "description": "Files: JSON, TSV or CSV.",
                        },
                    },
                },
            },
            **{
                kind: {"schema": {"type": "string", "description": "A native document alone."}}
                for kind in texts
            },
        },
    }
