"""Python's garbage collector, kept from walking over 100,000 rows again and again while they are read."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from threading import Lock
from typing import Any

LARGE = 1_000_000
"""Characters of text from which pausing pays; requests without a large table never pause."""

_lock = Lock()
_paused: list[bool] = []
"""One entry a request that reads a large table; the first one says whether the collector was running."""


def spared(request: Mapping[str, Any]) -> AbstractContextManager[None]:
    """Pause the collector while a request's large tables are read.

    Their rows hold no cycles and are gone once they are rolled up, so that it would find nothing.
    """
    contents = (each.get("content") for each in request.get("documents") or ())
    size = sum(len(content) for content in contents if isinstance(content, str))
    return _pause() if size >= LARGE else nullcontext()


@contextmanager
def _pause() -> Iterator[None]:
    """The last of several threads to leave sets the collector going, if it was when the first one came."""
    with _lock:
        _paused.append(gc.isenabled() if not _paused else _paused[0])
        gc.disable()
    try:
        yield
    finally:
        with _lock:
            if _paused.pop() and not _paused:
                gc.enable()
