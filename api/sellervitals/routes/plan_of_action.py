"""A plan of action out of an evaluation and of what the caller declares; nothing is stored."""

from __future__ import annotations

from flask import Response, request

from sellervitals import body
from sellervitals.openapi import Blueprint, answer
from sellervitals.report.plan_markdown import plan_markdown
from sellervitals.report.plan_of_action import plan_of_action
from sellervitals.routes.ids import EVALUATION_ID
from sellervitals.routes.service import json_answer, service
from sellervitals.routes.stored import stored_result
from sellervitals.schemas.fields import checked
from sellervitals.schemas.plan_of_action import PlanOfActionSchema, PlanRequestSchema
from sellervitals.schemas.request_body import json_body

JSON, MARKDOWN = "application/json", "text/markdown"
_REQUESTS = {"plan-complete": "Everything declared", "plan-empty": "Nothing declared: what would be needed?"}
_BODY = json_body(
    "What you declare. Every text is one line; nothing is added to it.", PlanRequestSchema, _REQUESTS
)
_REQUEST = PlanRequestSchema()

blueprint = Blueprint("plan-of-action", __name__, url_prefix="/v1", description="Appeals, checked.")


@blueprint.operation(
    "POST",
    "/evaluations/<evaluation_id>/plan-of-action",
    parameters=EVALUATION_ID,
    body=_BODY,
    answers={
        200: answer("The plan; not stored.", PlanOfActionSchema, example="plan-of-action", texts=(MARKDOWN,))
    },
    problems=(
        *body.PROBLEMS,
        "not-found",
        "storage-unavailable",
    ),
    produces=(JSON, MARKDOWN),
)
def create_plan_of_action(evaluation_id: str) -> Response:
    """Write a plan of action.

    Root cause, corrective actions, preventive measures and evidence for each finding: filled from the
    evaluation and from what you declare, and from nothing else. It lists what is missing, what contradicts
    the finding or cannot help, and words that weaken a plan; your words are never changed. `ready` is true
    when nothing is missing and nothing contradicts. With `Accept: text/markdown` the same for people.
    """
    result = stored_result(evaluation_id)
    parts = service()
    given = checked(_REQUEST, body.read_json(parts.settings))
    marketplace = parts.judge.registry.marketplaces.get(result["account"]["marketplace"])
    plan = plan_of_action(result, given, None if marketplace is None else marketplace.appeal)
    if request.accept_mimetypes.best_match((JSON, MARKDOWN)) == MARKDOWN:
        response = Response(plan_markdown(plan), content_type=f"{MARKDOWN}; charset=utf-8")
    else:
        response = json_answer(plan)
    response.headers["Cache-Control"] = "no-store"
    response.headers["Vary"] = "Accept"
    return response
