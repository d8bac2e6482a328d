"""Why two numbers of one seller differ; nothing is stored."""

from __future__ import annotations

from datetime import UTC, datetime

from flask import Response

from sellervitals import body
from sellervitals.openapi import Blueprint, answer
from sellervitals.reconciling.answer import encode
from sellervitals.reconciling.request import reconciled
from sellervitals.routes.service import passing_answer, service
from sellervitals.schemas.reconciliation import REQUEST, ReconciliationSchema, load
from sellervitals.schemas.request_body import json_body

_REQUESTS = {
    "two-screens": "Two sets of numbers",
    "report-and-screen": "A report against a number typed from a screen",
}
_BODY = json_body("Two sides, each as for an evaluation.", REQUEST, _REQUESTS)

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
        *body.READING_PROBLEMS,
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
    return passing_answer(encode(found))
