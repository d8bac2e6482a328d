"""What can go wrong with a request, as data: RFC 9457 problems with every fault at its JSON pointer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from http import HTTPStatus
from typing import NamedTuple


class ProblemType(NamedTuple):
    """A kind of problem: its slug in the type URI, its status, title, and whether a retry can help."""

    slug: str
    status: HTTPStatus
    title: str
    retryable: bool = False

    @property
    def uri(self) -> str:
        """What stands in ``type``, and where the service explains it."""
        return f"/problems/{self.slug}"

    @property
    def about(self) -> dict[str, str | int]:
        """What every problem of this kind says first."""
        return {"type": self.uri, "title": self.title, "status": self.status.value}


class Fault(NamedTuple):
    """One thing that is wrong in a request.

    ``pointer`` is the JSON pointer of the place, ``code`` a slug for machines, ``detail`` a sentence.
    """

    pointer: str
    code: str
    detail: str


PROBLEMS = {
    each.slug: each
    for each in (
        ProblemType("malformed-json", HTTPStatus.BAD_REQUEST, "The body is not JSON"),
        ProblemType("duplicate-key", HTTPStatus.BAD_REQUEST, "A key stands twice in one object"),
        ProblemType("invalid-encoding", HTTPStatus.BAD_REQUEST, "The body is not UTF-8"),
        ProblemType("invalid-header", HTTPStatus.BAD_REQUEST, "A header cannot be used"),
        ProblemType("invalid-parameter", HTTPStatus.BAD_REQUEST, "A query parameter cannot be used"),
        ProblemType("invalid-cursor", HTTPStatus.BAD_REQUEST, "The cursor is not one of ours"),
        ProblemType("missing-host", HTTPStatus.BAD_REQUEST, "The Host header is missing"),
        ProblemType("not-found", HTTPStatus.NOT_FOUND, "There is nothing here"),
        ProblemType("not-replayable", HTTPStatus.CONFLICT, "The evaluation cannot be judged again"),
        ProblemType("method-not-allowed", HTTPStatus.METHOD_NOT_ALLOWED, "The method does not apply"),
        ProblemType("not-acceptable", HTTPStatus.NOT_ACCEPTABLE, "No such representation"),
        ProblemType("length-required", HTTPStatus.LENGTH_REQUIRED, "Content-Length is missing"),
        ProblemType("payload-too-large", HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "The body is too large"),
        ProblemType("unsupported-media-type", HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "Unusable content type"),
        ProblemType("validation-failed", HTTPStatus.UNPROCESSABLE_ENTITY, "The content cannot be used"),
        ProblemType("unknown-field", HTTPStatus.UNPROCESSABLE_ENTITY, "A field is not known"),
        ProblemType("limit-exceeded", HTTPStatus.UNPROCESSABLE_ENTITY, "A limit is exceeded"),
        ProblemType("number-out-of-range", HTTPStatus.UNPROCESSABLE_ENTITY, "A number is out of range"),
        ProblemType("unit-missing", HTTPStatus.UNPROCESSABLE_ENTITY, "A rate has no unit"),
        ProblemType("unit-mismatch", HTTPStatus.UNPROCESSABLE_ENTITY, "A value is in another unit"),
        ProblemType(
            "document-not-recognised", HTTPStatus.UNPROCESSABLE_ENTITY, "No reader knows this document"
        ),
        ProblemType("document-unreadable", HTTPStatus.UNPROCESSABLE_ENTITY, "A document cannot be read"),
        ProblemType("internal-error", HTTPStatus.INTERNAL_SERVER_ERROR, "Something broke on our side"),
        ProblemType("storage-unavailable", HTTPStatus.SERVICE_UNAVAILABLE, "The store does not answer", True),
        ProblemType("storage-full", HTTPStatus.SERVICE_UNAVAILABLE, "The store is full", True),
        ProblemType("overloaded", HTTPStatus.SERVICE_UNAVAILABLE, "Too much to do", True),
    )
}
"""Every kind of problem that the service answers with, by slug."""


class RefusedError(Exception):
    """Input that cannot be used; nothing was stored.

    Args:
        slug: a key of ``PROBLEMS``.
        detail: a sentence about this occurrence.
        faults: every single fault, where the content was read far enough to tell.
    """

    def __init__(self, slug: str, detail: str, faults: Iterable[Fault] = ()) -> None:
        super().__init__(detail)
        self.problem = PROBLEMS[slug]
        self.detail = detail
        self.faults = tuple(faults)

    @classmethod
    def of(cls, faults: Iterable[Fault]) -> RefusedError:
        """Sum up faults: one kind keeps its own problem type, several become ``validation-failed``."""
        found = tuple(faults)
        kinds = {fault.code for fault in found}
        slug = kinds.pop() if len(kinds) == 1 else "validation-failed"
        slug = slug if slug in PROBLEMS else "validation-failed"
        first = found[0]
        more = f" ({len(found)} faults in all)" if len(found) > 1 else ""
        return cls(slug, f"{first.pointer or '/'}: {first.detail}{more}", found)


@contextmanager
def at(pointer: str) -> Iterator[None]:
    """Put a place before the pointers of the faults that are found inside."""
    try:
        yield
    except RefusedError as refused:
        if not refused.faults:
            raise
        placed = (fault._replace(pointer=f"{pointer}{fault.pointer}") for fault in refused.faults)
        raise RefusedError.of(placed) from refused
