"""Simulations: what would be different, and what it takes to reach a goal; nothing is stored."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import orjson
from flask import Response

from sellervitals import body
from sellervitals.openapi import Blueprint, answer
from sellervitals.problems import at
from sellervitals.routes.in_force import InForce
from sellervitals.routes.profiles import stored_profile
from sellervitals.routes.service import passing_answer, service
from sellervitals.routes.stored import stored_request, stored_result
from sellervitals.schemas.fields import checked
from sellervitals.schemas.request_body import json_body
from sellervitals.schemas.simulation import SimulationRequestSchema, SimulationSchema
from sellervitals.simulating.simulation import Base, simulate

_REQUESTS = {
    "what-if": "More orders without fault, and a goal",
    "what-if-metrics": "Single events of single metrics, on another day",
}
_BODY = json_body(
    "The account, and what would be different or is to be reached.", SimulationRequestSchema, _REQUESTS
)
_REQUEST = SimulationRequestSchema()

blueprint = Blueprint("simulations", __name__, url_prefix="/v1", description="What if.")


@blueprint.operation(
    "POST",
    "/simulations",
    body=_BODY,
    answers={200: answer("The difference; nothing is stored.", SimulationSchema, example="simulation")},
    problems=(
        *body.PROBLEMS,
        *body.READING_PROBLEMS,
        "not-found",
        "not-replayable",
        "storage-unavailable",
    ),
)
def create_simulation() -> Response:
    """Ask what would happen.

    The account as it is and as it would be are judged by the same rules, and the answer is what is different:
    findings, score, levels and days. With a `goal` it also says what keeps the account from it, how many of
    each event alone clear that, and the cheapest combination by the efforts that you state; what is answered
    was tried by the rules before. Changes that cannot happen are refused.
    """
    parts = service()
    asked = checked(_REQUEST, body.read_json(parts.settings))
    changes = asked.get("changes") or {}
    if isinstance(changes.get("profile"), str):
        with at("/changes"):
            changes["profile"] = stored_profile(changes["profile"])
    return passing_answer(orjson.dumps(simulate(parts.judge, _base(asked), asked)))


def _base(asked: dict[str, Any]) -> Base:
    """Give the account that came along, or the one of a stored evaluation as it was posted then."""
    if "base" in asked:
        in_force = InForce(needed=False)
        with at("/base"):
            request = in_force.request(asked["base"])
        return Base(request, datetime.now(UTC), waivers_of=in_force.waivers_of)
    ident = asked["evaluation"]
    result, made_of = stored_result(ident), stored_request(ident)
    now = datetime.fromisoformat(result["observed_at"])
    site = result["account"]["site"]
    return Base(made_of.content, now, ident, site, made_of.in_force.waivers_of)
