"""How every verdict of an evaluation came about."""

from __future__ import annotations

import orjson
from flask import Response, g

from sellervitals.openapi import Blueprint, answer
from sellervitals.problems import RefusedError
from sellervitals.routes.ids import EVALUATION_ID
from sellervitals.routes.service import passing_answer, service
from sellervitals.routes.stored import stored_bytes, stored_request
from sellervitals.schemas.trace import TraceQuerySchema, TraceSchema
from sellervitals.tracing.replay import replay
from sellervitals.tracing.trace import score_trace, traces

blueprint = Blueprint("trace", __name__, url_prefix="/v1", description="Verdicts, step by step.")


@blueprint.operation(
    "GET",
    "/evaluations/<evaluation_id>/trace",
    parameters=EVALUATION_ID,
    query=TraceQuerySchema,
    answers={200: answer("The way to every verdict.", TraceSchema, example="trace")},
    problems=("not-found", "not-replayable", "storage-unavailable"),
)
def read_trace(evaluation_id: str) -> Response:
    """Trace how an evaluation came about.

    For each finding: what went in and where it stood, the value that decided, the limit that was chosen and
    those that were not with the reason, each comparison in exact numbers, the way to the outcome, and the
    points. It is made by judging the stored body again; `identical` says whether that gave the stored result
    byte for byte. If not, the trace is about the policy of today: see the replay for the difference.
    """
    stored = stored_bytes(evaluation_id)
    engine = service().judge.engine
    made_of, before = stored_request(evaluation_id), orjson.loads(stored)
    again = replay(service().judge, before, made_of.content, made_of.in_force.waivers_of)
    found = traces(engine, again.evaluation, g.query.get("rule"))
    if not found:
        raise RefusedError("not-found", "No finding of this evaluation is of that rule.")
    return passing_answer(
        orjson.dumps(
            {
                "evaluation": evaluation_id,
                "identical": again.body == stored,
                "score": score_trace(again.evaluation),
                "findings": found,
            }
        )
    )
