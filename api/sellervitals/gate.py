"""What every request must satisfy before a view sees it: host, then route and method, query, then Accept."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask import current_app, g, request
from marshmallow import Schema, ValidationError

from sellervitals.problems import Fault, RefusedError
from sellervitals.schemas.fields import faults_of

JSON = ("application/json",)
TENANT = "default"
"""Whose data a request touches; everybody's, until there are keys."""


def check() -> None:
    """Refuse what no view should see; leave the loaded query in ``g.query``, the tenant in ``g.tenant``."""
    environ = request.environ
    if not environ.get("HTTP_HOST"):
        raise RefusedError("missing-host", "HTTP/1.1 asks for a Host header.")
    if request.endpoint is None:
        return  # Flask is about to answer 404 or 405
    g.tenant = TENANT
    view = current_app.view_functions[request.endpoint]
    schema: Schema | None = getattr(view, "query_schema", None)
    if schema is not None or environ.get("QUERY_STRING"):
        g.query = _query(schema)
    accept = environ.get("HTTP_ACCEPT", "")
    if accept and accept != "*/*":
        _negotiate(getattr(view, "produces", JSON))


def _query(schema: Schema | None) -> Mapping[str, Any]:
    """Read the query; a parameter that is unknown or given twice is never silently dropped."""
    given: dict[str, str] = {}
    faults: list[Fault] = []
    known = schema.fields if schema is not None else {}
    for name, values in request.args.lists():
        if name not in known:
            choice = f"known are {', '.join(known)}." if known else "this operation takes none."
            faults.append(Fault(name, "invalid-parameter", f"is not known; {choice}"))
        elif len(values) > 1:
            faults.append(Fault(name, "invalid-parameter", f"is given {len(values)} times."))
        else:
            given[name] = values[0]
    loaded: Mapping[str, Any] = {}
    if schema is not None:
        try:
            loaded = schema.load(given)
        except ValidationError as error:
            found = faults_of(error.messages)
            faults.extend(Fault(at[1:], "invalid-parameter", detail) for at, _, detail in found)
    if faults:
        raise RefusedError.of(faults)
    return loaded


def _negotiate(produces: tuple[str, ...]) -> None:
    if request.accept_mimetypes.best_match(produces) is None:
        raise RefusedError("not-acceptable", f"This is served as {' or '.join(produces)}.")
