"""A FILE of the command line: read, recognised and made the request that HTTP would have got."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

import click

from sellervitals import payload
from sellervitals.plugins import Registry
from sellervitals.problems import RefusedError
from sellervitals.report.printable import printable

STDIN = "-"
RAW = "/documents/0/content"
"""Where a raw document stands in the request that is made of it."""


class UnusableError(Exception):
    """A FILE cannot be used; ``sentences`` say why, without the name of the file."""

    def __init__(self, *sentences: str) -> None:
        super().__init__(*sentences)
        self.sentences = sentences


class Source(NamedTuple):
    """A FILE that was read: the request, the digest of its bytes, and whether it was a raw document."""

    request: Mapping[str, Any]
    digest: str
    raw: bool


def tell(name: str, sentences: Iterable[str]) -> None:
    """Say something about a FILE on standard error."""
    for sentence in sentences:
        click.echo(f"{printable(name)}: {printable(sentence)}", err=True)


def about(request: Mapping[str, Any], **account: str | None) -> dict[str, Any]:
    """Put what the options say of the account in the place of what a FILE says."""
    named = {name: given for name, given in account.items() if given}
    return {**request, "account": {**(request.get("account") or {}), **named}}


def content(name: str, most: int) -> bytes:
    """Read at most ``most`` bytes of a file or of stdin (``-``); UnusableError says why that failed."""
    try:
        if name == STDIN:
            return _bounded(sys.stdin.buffer, most)
        with Path(name).open("rb") as file:
            return _bounded(file, most)
    except OSError as problem:
        raise UnusableError(f"cannot be read: {problem.strerror}.") from problem


def _bounded(file: BinaryIO, most: int) -> bytes:
    data = file.read(most + 1)
    if len(data) > most:
        raise UnusableError(f"is larger than {most:,} bytes (SELLERVITALS_MAX_FILE_BYTES).")
    if not data.strip():
        raise UnusableError("is empty.")
    return data


def source(registry: Registry, data: bytes, expected: payload.Envelope = payload.EVALUATION) -> Source:
    """Make a request of a raw document or a request body.

    Raises:
        UnusableError: when it is neither JSON nor text, or nothing recognises it.
        RefusedError: with every fault in it.
    """
    try:
        body = payload.parsed(data)
    except UnicodeDecodeError as problem:
        raise UnusableError(f"is neither JSON nor text in UTF-8 (byte {problem.start:,}).") from problem
    except payload.NulError as problem:
        raise UnusableError("is neither JSON nor text: it holds NUL bytes.") from problem
    try:
        request, raw = payload.loaded(registry, body, expected)
    except RefusedError:
        if isinstance(body, dict) and body.keys() & expected.fields:
            raise
        known = registry.known_documents
        raise UnusableError(
            f"is no request body, and no reader recognises it; known documents are {known}."
        ) from None
    return Source(request, payload.digest(data), raw)


def faults(refused: RefusedError, *, raw: bool) -> list[str]:
    """Write every fault with its JSON pointer, which for a raw document points into the file itself."""
    lines = [
        f"{(each.pointer.removeprefix(RAW) if raw else each.pointer) or '/'}: {each.detail}"
        for each in refused.faults
    ]
    return lines or [refused.detail]
