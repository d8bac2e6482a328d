"""Alive, or ready for requests."""

from __future__ import annotations

from flask import Response

from sellervitals.openapi import Blueprint, answer
from sellervitals.routes.service import json_answer, service
from sellervitals.schemas.catalogue import HealthSchema

blueprint = Blueprint("health", __name__, description="For load balancers and supervisors.")


@blueprint.operation(
    "GET", "/livez", answers={200: answer("The process answers.", HealthSchema, example="health")}
)
def read_liveness() -> Response:
    """Say whether the process is alive.

    Looks at nothing outside the process.
    """
    return json_answer({"status": "ok"})


@blueprint.operation(
    "GET",
    "/readyz",
    answers={200: answer("The store answers too.", HealthSchema, example="health")},
    problems=("storage-unavailable",),
)
def read_readiness() -> Response:
    """Say whether requests can be served.

    Asks the store, and that its tables are of this version.
    """
    service().store.ping()
    return json_answer({"status": "ok"})
