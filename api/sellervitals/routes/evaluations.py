"""Evaluations: judge one, read one, list them."""

from __future__ import annotations

from datetime import UTC, datetime

from flask import Response, g, request

from sellervitals import body
from sellervitals.openapi import Blueprint, answer
from sellervitals.payload import EVALUATION
from sellervitals.routes.filing import records, summarised
from sellervitals.routes.ids import EVALUATION_ID, parse_evaluation_id
from sellervitals.routes.in_force import InForce
from sellervitals.routes.paging import narrowed, paged
from sellervitals.routes.service import cached_answer, passing_answer, service
from sellervitals.routes.stored import stored_bytes
from sellervitals.schemas.evaluation import EvaluationRequestSchema
from sellervitals.schemas.page import PageQuerySchema, PageSchema
from sellervitals.schemas.request_body import request_body
from sellervitals.schemas.result import EvaluationSchema
from sellervitals.store import Filters, new_id

_REQUESTS = {
    "plain-metrics": "Plain numbers",
    "native-document": "A native document, with the account named",
    "raw-document": "A native document alone",
}
_BODY = request_body(EvaluationRequestSchema, EVALUATION, _REQUESTS, body.TEXTS)

blueprint = Blueprint("evaluations", __name__, url_prefix="/v1", description="Accounts, judged.")


@blueprint.operation(
    "POST",
    "/evaluations",
    body=_BODY,
    headers=("Prefer",),
    answers={
        201: answer(
            "Judged and stored. Without a body when `Prefer: return=minimal` was asked for.",
            EvaluationSchema,
            example="evaluation",
            headers=("ETag", "Location"),
        ),
        200: answer("Judged, not stored: `store` was false.", EvaluationSchema),
    },
    problems=(
        *body.PROBLEMS,
        *body.READING_PROBLEMS,
        "storage-unavailable",
        "storage-full",
    ),
)
def create_evaluation() -> Response:
    """Judge a seller account.

    Give native documents, plain metrics, or both. Documents of several sites are judged site by site: the
    answer is about `account.site`, or the site with most measurements, and `other_sites` names the others.
    Unknown fields of the envelope are refused; unknown keys inside a document, and unknown metrics, are
    listed under `coverage.ignored`.
    """
    parts = service()
    preferred = _preferences()
    given = body.read(parts.judge.registry, parts.settings)
    now = datetime.now(UTC)
    stored = given.content["store"]
    in_force = InForce(needed=stored)
    judged = parts.judge.judge(
        in_force.request(given.content),
        now=now,
        digest=given.digest,
        new_id=(lambda _site: new_id("ev", int(now.timestamp() * 1000))) if stored else None,
        strict=preferred.get("handling") == "strict",
        waivers_of=in_force.waivers_of,
    )
    if not stored:
        response = passing_answer(judged[0].body)
    else:
        said = given.content.get("account") or {}
        parts.store.save(g.tenant, records(judged, now, said, given.source, in_force.context()))
        response = Response(judged[0].body, 201, content_type="application/json")
        if preferred.get("return") == "minimal":
            response = Response(status=201)
            del response.headers["Content-Type"]
        response.headers["Location"] = f"/v1/evaluations/{judged[0].id}"
        response.headers["ETag"] = f'"{judged[0].id}"'
        response.headers["Cache-Control"] = "private, no-cache"
    if preferred:
        response.headers["Preference-Applied"] = ", ".join(f"{name}={how}" for name, how in preferred.items())
        response.headers["Vary"] = "Prefer"
    return response


@blueprint.operation(
    "GET",
    "/evaluations/<evaluation_id>",
    parameters=EVALUATION_ID,
    headers=("If-None-Match",),
    answers={
        200: answer("The evaluation, byte for byte as first answered.", EvaluationSchema, headers=("ETag",)),
        304: answer("Unchanged.", headers=("ETag",)),
    },
    problems=("not-found", "storage-unavailable"),
)
def read_evaluation(evaluation_id: str) -> Response:
    """Read an evaluation again.

    Evaluations never change, so the ETag of the first answer holds for ever.
    """
    found = stored_bytes(evaluation_id)
    return cached_answer(found, evaluation_id)


@blueprint.operation(
    "GET",
    "/evaluations",
    query=PageQuerySchema,
    answers={200: answer("A page.", PageSchema, example="page", headers=("Link",))},
    problems=("invalid-cursor", "storage-unavailable"),
)
def list_evaluations() -> Response:
    """List stored evaluations.

    Newest first. Follow `next_cursor`, or the Link header, until `has_more` is false; what is stored
    meanwhile does not disturb the walk.
    """
    filters = Filters(**narrowed())
    return paged(
        lambda before, limit: service().store.page(g.tenant, filters=filters, limit=limit, before=before),
        place=lambda each: each.id,
        parse=parse_evaluation_id,
        show=summarised,
    )


def _preferences() -> dict[str, str]:
    """Read the preferences that are known; others are ignored, as RFC 7240 asks."""
    given: str = request.environ.get("HTTP_PREFER", "")
    if not given:
        return {}
    pairs = (part.partition("=") for part in given.lower().split(","))
    found = {name.strip(): how.strip().strip('"') for name, _, how in reversed(list(pairs))}
    known = {"return": ("minimal", "representation"), "handling": ("strict", "lenient")}
    return {name: found[name] for name, words in known.items() if found.get(name) in words}
