"""What an error looks like (RFC 9457)."""

from __future__ import annotations

from marshmallow import fields

from sellervitals.limits import FAULTS_ANSWERED, REQUEST_ID_CHARACTERS
from sellervitals.problems import PROBLEMS
from sellervitals.schemas.fields import Answer, Few, flag, nested_list, text, whole


class FaultSchema(Answer):
    """One thing that is wrong in a request."""

    pointer = text("JSON pointer into the body; for the query, the parameter's name.", longest=8_192)
    code = text("A slug for machines; there may be new ones.", example="unknown-field", longest=64)
    detail = text("A sentence.", longest=8_192)


class ProblemSchema(Answer):
    """A problem: what went wrong, and every single fault at its place."""

    type = fields.String(
        required=True,
        metadata={
            "description": f"`/problems/<slug>`; today one of {', '.join(PROBLEMS)}.",
            "format": "uri-reference",
            "maxLength": 128,
        },
    )
    title = text("The kind of problem in a few words.", longest=128)
    status = whole("The HTTP status.", minimum=400, maximum=599)
    request_id = text("The id of the request, as in `X-Request-Id`.", longest=REQUEST_ID_CHARACTERS)
    detail = text("This occurrence in a sentence; absent from a 500.", longest=16_384, required=False)
    instance = fields.String(
        metadata={"description": "The path asked for.", "format": "uri-reference", "maxLength": 8_192}
    )
    retryable = flag("Whether the same request may succeed later.", required=False)
    errors = nested_list(
        FaultSchema, "Every fault found, at most 100.", required=False, validate=Few(max=FAULTS_ANSWERED)
    )
