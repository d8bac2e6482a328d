"""Opaque cursors: where a page ended, bound to the tenant and filters that it was made for."""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Iterable
from hashlib import blake2s

from sellervitals.problems import RefusedError

LIFETIME_SECONDS = 24 * 60 * 60
_SUM_BYTES = 12


def write(last: str, made_at: int, binding: Iterable[str | None]) -> str:
    """Make the cursor that goes on after ``last``; ``made_at`` is in Unix seconds."""
    content = f"{made_at:x}.{last}".encode()
    return urlsafe_b64encode(_sum(content, binding) + content).decode().rstrip("=")


def read(cursor: str, now: int, binding: Iterable[str | None]) -> str:
    """Give back ``last``; RefusedError when the cursor is damaged, too old, or made for something else."""
    try:
        raw = urlsafe_b64decode(cursor.encode() + b"=" * (-len(cursor) % 4))
        check, content = raw[:_SUM_BYTES], raw[_SUM_BYTES:]
        made_at, _, last = content.decode().partition(".")
        age = now - int(made_at, 16)
    except ValueError:
        check, content, last, age = b"", b"", "", 0
    # written once more it must come out the same: base 64 has several spellings of one text
    genuine = (
        check == _sum(content, binding) and urlsafe_b64encode(check + content).decode().rstrip("=") == cursor
    )
    if not genuine or not 0 <= age <= LIFETIME_SECONDS:
        raise refused()
    return last


def refused() -> RefusedError:
    """What a cursor that cannot be used is answered with."""
    detail = "It was changed, is older than a day, or belongs to other filters: begin without one."
    return RefusedError("invalid-cursor", detail)


def _sum(content: bytes, binding: Iterable[str | None]) -> bytes:
    """Bind, not sign: who makes one up gains no more than another place in the list that is theirs anyway."""
    bound = "\x1f".join("\x00" if each is None else each for each in binding)
    return blake2s(bound.encode() + b"\x1e" + content, digest_size=_SUM_BYTES).digest()
