"""JSON pointers (RFC 6901): how a place in a document is written."""

from __future__ import annotations


def token(key: object) -> str:
    """Write a key as one token of a pointer: ``a/b`` becomes ``a~1b``."""
    return str(key).replace("~", "~0").replace("/", "~1")
