"""From bytes to a request, for a body, a file of a form and a file of the command line alike."""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from collections.abc import Callable, Iterable, Iterator
from hashlib import sha256
from typing import Any, NamedTuple

from sellervitals.domain.pointer import token
from sellervitals.intake import ENVELOPE, envelope
from sellervitals.plugins import Registry
from sellervitals.problems import Fault, RefusedError
from sellervitals.schemas.evaluation import load
from sellervitals.strict_json import loads

_JSON_LINES = re.compile(rb"\}[ \t\r]*\n\s*\{")
"""An object that ends before another begins on the next line: no single JSON text has that."""
_CODECS = {"shift_jis": "cp932"}
"""What programs mean that name a charset: here Windows' extension of it."""


class NulError(ValueError):
    """A text holds NUL, which no database and no terminal takes; ``row`` is the line it stands in."""

    def __init__(self, row: int) -> None:
        super().__init__(f"row {row} holds NUL")
        self.row = row


class Payload(NamedTuple):
    """A loaded request, and whether it was made of a raw document."""

    request: dict[str, Any]
    raw: bool


class Envelope(NamedTuple):
    """A kind of request body: its fields, and what checks one and loads it."""

    fields: frozenset[str]
    load: Callable[[dict[str, Any]], dict[str, Any]]


EVALUATION = Envelope(ENVELOPE, load)


def digest(data: bytes) -> str:
    """Name bytes: ``sha256:<hex>``."""
    return f"sha256:{sha256(data).hexdigest()}"


def parsed(data: bytes, charset: str = "utf-8") -> Any:
    """Read a file: JSON by its first character, everything else by ``decoded``, JSON Lines too.

    Unlike a body, a file may begin with a byte order mark: marketplaces write them.

    Raises:
        RefusedError: it is JSON and breaks its rules.
        UnicodeDecodeError, NulError: see ``decoded``.
    """
    start = data.removeprefix(BOM_UTF8)
    if start.lstrip()[:1] in {b"{", b"["} and not _JSON_LINES.search(start):
        return loads(start)
    return decoded(data, charset)


def decoded(data: bytes, charset: str = "utf-8") -> str:
    """Read a text, such as a TSV or CSV file.

    Raises:
        UnicodeDecodeError: it is no text in this charset.
        NulError: it holds NUL.
    """
    text = data.removeprefix(BOM_UTF8).decode(_CODECS.get(charset, charset))
    nul = text.find("\0")
    if nul >= 0:
        raise NulError(text.count("\n", 0, nul) + 1)
    return text


def loaded(registry: Registry, body: Any, kind: Envelope = EVALUATION) -> Payload:
    """Make a request of a raw document or an envelope; RefusedError names every fault of it at once."""
    wrapped = envelope(registry, body, kind.fields)
    if wrapped is not body:
        return Payload({**wrapped, "store": True}, raw=True)
    if not isinstance(body, dict):
        raise RefusedError.of([Fault("", "validation-failed", "must be an object.")])
    if body and not body.keys() & kind.fields:
        known = registry.known_documents
        detail = f"has no field of a request, and no reader recognises it; known documents are {known}."
        raise RefusedError.of([Fault("", "unknown-field", detail), *_unknown(body)])
    return Payload(kind.load(body), raw=False)


def _unknown(body: Iterable[str]) -> Iterator[Fault]:
    for name in body:
        yield Fault(f"/{token(name)}", "unknown-field", "is not known.")
