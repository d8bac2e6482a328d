"""Every failure becomes an RFC 9457 problem, whoever raised it."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import quote

import orjson
from flask import Flask, Response, current_app, request
from werkzeug.exceptions import HTTPException

from sellervitals.frame import PROBLEM_JSON, REQUEST_ID, broken
from sellervitals.limits import FAULTS_ANSWERED
from sellervitals.problems import PROBLEMS, Fault, ProblemType, RefusedError

log = logging.getLogger(__name__)

RETRY_AFTER_SECONDS = 2
_BY_STATUS = {each.status: each for each in reversed(PROBLEMS.values())} | {
    400: PROBLEMS["invalid-header"],
    422: PROBLEMS["validation-failed"],
}
_MORE_HEADERS: Mapping[str, Mapping[str, str]] = {
    "unsupported-media-type": {"Accept-Encoding": "identity"},
}


def register(app: Flask) -> None:
    """Answer with problems from now on."""
    app.register_error_handler(RefusedError, _refused)
    app.register_error_handler(HTTPException, from_http)
    app.register_error_handler(Exception, _broken)


def problem(
    kind: ProblemType, detail: str, faults: Iterable[Fault] = (), headers: Mapping[str, str] | None = None
) -> Response:
    """Build the answer for a problem.

    Args:
        kind: one of ``PROBLEMS``.
        detail: a sentence on this occurrence.
        faults: what is wrong, at most 100 of them are answered.
        headers: in addition to those that every problem has.
    """
    body: dict[str, Any] = {
        **kind.about,
        "detail": detail,
        "instance": quote(request.path),
        "retryable": kind.retryable,
        "request_id": request.environ[REQUEST_ID],
    }
    found = [fault._asdict() for fault in faults][:FAULTS_ANSWERED]
    if found:
        body["errors"] = found
    more = {"Retry-After": str(RETRY_AFTER_SECONDS)} if kind.retryable else {}
    return _answer(body, {**more, **_MORE_HEADERS.get(kind.slug, {}), **(headers or {})})


def _answer(body: Mapping[str, Any], headers: Mapping[str, str]) -> Response:
    answer = Response(orjson.dumps(body), body["status"], content_type=PROBLEM_JSON)
    answer.headers["Cache-Control"] = "no-store"
    answer.headers.extend(headers)
    return answer


def from_http(error: HTTPException) -> Response:
    """Translate what Flask and werkzeug raise; the Allow header of a 405 is kept."""
    kind = _BY_STATUS.get(error.code or 500, PROBLEMS["internal-error"])
    if kind.slug == "internal-error":
        return _answer(broken(request.environ[REQUEST_ID]), {})
    methods = getattr(error, "valid_methods", None)
    return problem(kind, _sentence(kind), headers={"Allow": ", ".join(sorted(methods))} if methods else None)


def _sentence(kind: ProblemType) -> str:
    if kind.slug == "not-found":
        return f"Nothing is served under {quote(request.path)}."
    if kind.slug == "method-not-allowed":
        return f"{request.method} does not apply to {quote(request.path)}."
    return f"{kind.title}."


def _refused(error: RefusedError) -> Response:
    view = current_app.view_functions.get(request.endpoint or "")
    taken = getattr(view, "consumes", ()) if error.problem.slug == "unsupported-media-type" else ()
    headers = {"Accept-Post": ", ".join(taken)} if taken else None
    return problem(error.problem, error.detail, error.faults, headers)


def _broken(error: Exception) -> Response:
    log.error("request %s failed", request.environ[REQUEST_ID], exc_info=error)
    return _answer(broken(request.environ[REQUEST_ID]), {})
