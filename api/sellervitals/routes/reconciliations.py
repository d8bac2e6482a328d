"""Why two numbers of one seller differ; nothing is stored."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from flask import Response

from sellervitals import body
from sellervitals.openapi import Blueprint, answer
from sellervitals.reconciling.answer import encode
from sellervitals.reconciling.request import reconciled
from sellervitals.routes.service import service
from sellervitals.schemas.examples import EXAMPLES
from sellervitals.schemas.reconciliation import REQUEST, ReconciliationSchema, load

_REQUESTS = {
    "two-screens": "Two sets of numbers",
    "report-and-screen": "A report against a number typed from a screen",
}
_BODY: dict[str, Any] = {
    "description": "Two sides, each as for an evaluation.",
    "required": True,
    "content": {
        "application/json": {
            "schema": REQUEST,
            "examples": {
                name: {"summary": words, "value": EXAMPLES[name]} for name, words in _REQUESTS.items()
            },
        }
    },
}

blueprint = Blueprint("reconciliations", __name__, url_prefix="/v1", description="Why numbers differ.")


@blueprint.operation(
    "POST",
    "/reconciliations",
    body=_BODY,
    answers={
        200: answer("The causes; nothing is stored.", ReconciliationSchema, example="reconciliation"),
    },
    problems=(
        *body.PROBLEMS,
        "unit-missing",
        "unit-mismatch",
        "document-not-recognised",
        "document-unreadable",
    ),
)
def create_reconciliation() -> Response:
    """Explain why two numbers differ.

    Give two documents, or a document and numbers typed from a screen, of one marketplace. Numbers of one
    metric and segment stand against each other; what is left stands against another segment of its metric,
    or against a metric that is taken for it. Each difference comes with its causes in exact numbers: window,
    time zone, unit, channel, lag, denominator, rounding, variant and others. `explains: all` is said only
    where the arithmetic closes; where nothing explains it, that is said.
    """
    parts = service()
    given, faults = load(body.read_json(parts.settings))
    found = reconciled(parts.judge.registry, given, faults, today=datetime.now(UTC).date())
    response = Response(encode(found), content_type="application/json")
    response.headers["Cache-Control"] = "no-store"
    return response
