"""An evaluation judged again from what it was made of: the same bytes, or what is different."""

from __future__ import annotations

from typing import Any

import orjson
from flask import Response, g

from sellervitals.changes import changes, side
from sellervitals.openapi import Blueprint, answer
from sellervitals.payload import digest
from sellervitals.routes.ids import EVALUATION_ID
from sellervitals.routes.service import passing_answer, service
from sellervitals.routes.stored import stored_bytes, stored_request
from sellervitals.schemas.replay import ReplayQuerySchema, ReplaySchema
from sellervitals.tracing.replay import replay

blueprint = Blueprint("replay", __name__, url_prefix="/v1", description="Evaluations, judged again.")


@blueprint.operation(
    "POST",
    "/evaluations/<evaluation_id>/replay",
    parameters=EVALUATION_ID,
    query=ReplayQuerySchema,
    answers={200: answer("Judged again; nothing is stored.", ReplaySchema, example="replay")},
    problems=("not-found", "not-replayable", "storage-unavailable"),
)
def create_replay(evaluation_id: str) -> Response:
    """Judge an evaluation again.

    From the body that was posted then, for the same moment, by the software, plugins and policy that run now;
    there is nothing to send. Where those are the same, so is every byte of the result, and `identical` says
    so. Where the policy was corrected since, or `as_of` asks for another day, the difference is shown.
    """
    stored = stored_bytes(evaluation_id)
    before = orjson.loads(stored)
    judge = service().judge
    made_of = stored_request(evaluation_id)
    as_of = g.query.get("as_of")
    again = replay(judge, before, made_of.content, made_of.in_force.waivers_of, as_of).body
    after = orjson.loads(again)
    return passing_answer(
        orjson.dumps(
            {
                "evaluation": evaluation_id,
                "identical": again == stored,
                "same_policy": _policy(before) == _policy(after),
                "stored": _made(before, stored),
                "replayed": _made(after, again),
                **changes(before, after, judge.registry.renamed),
            }
        )
    )


def _policy(result: dict[str, Any]) -> tuple[Any, ...]:
    """Give all that decides over a result beside its input."""
    made = result["provenance"]
    return (
        *(made["engine"], made["plugins"], made["policy_revision"]),
        *(result["score"]["scorecard"], result["as_of"]),
    )


def _made(result: dict[str, Any], content: bytes) -> dict[str, Any]:
    made = result["provenance"]
    return {
        **side(result),
        "digest": digest(content),
        "scorecard": result["score"]["scorecard"],
        "engine": made["engine"],
        "plugins": made["plugins"],
    }
