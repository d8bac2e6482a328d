"""The outermost layer: a request id in, protective headers and one log line out, on every single answer."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterable
from secrets import token_hex
from time import perf_counter_ns
from typing import Any
from urllib.parse import quote
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

import orjson

from sellervitals.limits import REQUEST_ID_CHARACTERS
from sellervitals.problems import PROBLEMS

log = logging.getLogger(__name__)

PROBLEM_JSON = "application/problem+json"
REQUEST_ID = "sellervitals.request_id"
"""Where a request's id stands in its WSGI environment."""
CONTENT_SECURITY_POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
_HEADERS = (
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
    ("Referrer-Policy", "no-referrer"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
)
_SAFE_ID = re.compile(rf"[A-Za-z0-9._:-]{{1,{REQUEST_ID_CHARACTERS}}}")
_LONGEST_PATH = 1_024


def broken(request_id: str) -> dict[str, Any]:
    """All that may be said of a fault of ours."""
    return {**PROBLEMS["internal-error"].about, "request_id": request_id}


class Frame:
    """Wraps the application.

    Args:
        app: the WSGI application inside.
        log: called once an answer, with an event and its fields.
    """

    def __init__(self, app: WSGIApplication, log: Callable[..., Any]) -> None:
        self.app = app
        self.log = log

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer one request, as WSGI has it."""
        started = perf_counter_ns()
        request_id = environ.get("HTTP_X_REQUEST_ID", "")
        if not _SAFE_ID.fullmatch(request_id):
            request_id = token_hex(16)
        environ[REQUEST_ID] = request_id

        def begin(status: str, headers: list[tuple[str, str]], exc_info: Any = None) -> Any:
            headers.extend(_HEADERS)
            headers.append(("X-Request-Id", request_id))
            if not any(name == "Content-Security-Policy" for name, _ in headers):
                headers.append(("Content-Security-Policy", CONTENT_SECURITY_POLICY))
            self.log(
                "request",
                method=quote(environ["REQUEST_METHOD"])[:REQUEST_ID_CHARACTERS],
                path=quote(environ["PATH_INFO"], encoding="latin-1")[:_LONGEST_PATH],
                status=int(status[:3]),
                us=(perf_counter_ns() - started) // 1_000,
                request_id=request_id,
            )
            return start_response(status, headers, exc_info)

        try:
            return self.app(environ, begin)
        except Exception:
            log.exception("request %s failed outside of Flask", request_id)
            begin(
                "500 Internal Server Error", [("Content-Type", PROBLEM_JSON), ("Cache-Control", "no-store")]
            )
            return [orjson.dumps(broken(request_id))]
