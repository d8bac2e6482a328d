"""What the views work with, made once per app."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

import orjson
from flask import Response, current_app, request

from sellervitals.config import Settings
from sellervitals.errors import problem
from sellervitals.judge import Judge
from sellervitals.problems import PROBLEMS
from sellervitals.store import StorageError, StorageFullError, Store, UnstorableError


@dataclass(slots=True)
class Service:
    """The parts of one app. ``openapi`` is the document as JSON, written when all operations are known."""

    settings: Settings
    judge: Judge
    store: Store
    openapi: bytes = b""


def service() -> Service:
    """The parts of the app that serves this request."""
    found: Service = current_app.extensions["sellervitals"]
    return found


def json_answer(content: object, status: int = 200) -> Response:
    """Answer with JSON that is made for this request and not to be kept."""
    answer = Response(orjson.dumps(content), status, content_type="application/json")
    answer.headers["Cache-Control"] = "no-cache"
    return answer


def passing_answer(content: bytes) -> Response:
    """Answer with JSON that was made for this request out of what is somebody's own; nobody is to keep it."""
    answer = Response(content, content_type="application/json")
    answer.headers["Cache-Control"] = "no-store"
    return answer


def made_answer(content: object, status: int, address: str | None = None) -> Response:
    """Answer with what was just stored, with its ETag and, where it is new, its address."""
    shown = orjson.dumps(content)
    answer = Response(shown, status, content_type="application/json")
    answer.headers["ETag"] = f'"{digest_of(shown)}"'
    answer.headers["Cache-Control"] = "private, no-cache"
    if address is not None:
        answer.headers["Location"] = address
    return answer


def gone_answer() -> Response:
    """Answer that something is not there any more."""
    answer = Response(status=204)
    del answer.headers["Content-Type"]
    answer.headers["Cache-Control"] = "no-store"
    return answer


def digest_of(content: bytes) -> str:
    """Name bytes by their content, for an ETag."""
    return sha256(content).hexdigest()[:32]


def current_answer(content: object) -> Response:
    """Answer with JSON under the ETag of its content; 304 when the client has it already."""
    shown = orjson.dumps(content)
    return cached_answer(shown, digest_of(shown))


def cached_answer(content: bytes, etag: str, media_type: str = "application/json") -> Response:
    """Answer with bytes that stay the same under their ETag; 304 when the client has them already."""
    tag, if_none_match = f'"{etag}"', request.headers.get("If-None-Match")
    known = if_none_match is not None and _holds(if_none_match, tag)
    answer = Response(None if known else content, 304 if known else 200, content_type=media_type)
    if known:
        del answer.headers["Content-Type"]
    answer.headers["ETag"] = tag
    answer.headers["Cache-Control"] = "private, no-cache"
    return answer


def _holds(if_none_match: str, tag: str) -> bool:
    given = [each.strip().removeprefix("W/") for each in if_none_match.split(",")]
    return tag in given or given == ["*"]


def storage_problem(error: StorageError) -> Response:
    """Answer when the store could not do its work; nothing was kept."""
    if isinstance(error, UnstorableError):
        return problem(PROBLEMS["validation-failed"], str(error))
    if isinstance(error, StorageFullError):
        return problem(PROBLEMS["storage-full"], "Nothing was stored; `store: false` still judges.")
    return problem(PROBLEMS["storage-unavailable"], "Nothing was stored; `store: false` still judges.")
