"""One JSON object a line on standard error, ASCII without control characters: requests and the rest."""

from __future__ import annotations

import json
import logging
import sys
from collections.abc import Callable, MutableMapping
from typing import Any, TextIO

import orjson
import structlog
from structlog import processors
from structlog.stdlib import ProcessorFormatter, add_log_level, add_logger_name

LONGEST_TEXT = 3_000
"""Characters of one field that are kept, the last ones: what went wrong stands at the end of a traceback."""


def request_log(level: str) -> Callable[..., Any]:
    """Make the function that writes the line of a request; its fields must be plain ASCII already."""
    logger = structlog.wrap_logger(
        structlog.BytesLogger(sys.stderr.buffer),
        processors=[
            processors.add_log_level,
            processors.TimeStamper(fmt="iso", utc=True),
            processors.JSONRenderer(serializer=_quickly),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        cache_logger_on_first_use=True,
    ).bind()
    write: Callable[..., Any] = logger.info
    return write


def configure(level: str) -> None:
    """Write what our modules log, and the warnings of libraries, in the same form; for a serving process."""
    logging.basicConfig(level=logging.WARNING, handlers=[handler(sys.stderr)], force=True)
    logging.getLogger("sellervitals").setLevel(level)


def handler(stream: TextIO) -> logging.Handler:
    """Make the handler that writes standard log records to a stream."""
    made = logging.StreamHandler(stream)
    made.setFormatter(
        ProcessorFormatter(
            foreign_pre_chain=[
                add_log_level,
                add_logger_name,
                processors.TimeStamper(fmt="iso", utc=True),
                processors.format_exc_info,
            ],
            processors=[
                ProcessorFormatter.remove_processors_meta,
                _shorten,
                processors.JSONRenderer(serializer=_safely),
            ],
        )
    )
    return made


def _shorten(_logger: Any, _method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    for name, value in event.items():
        if isinstance(value, str):
            event[name] = value[-LONGEST_TEXT:]
    return event


def _quickly(event: Any, **_: Any) -> bytes:
    return orjson.dumps(event)


def _safely(event: Any, **_: Any) -> str:
    # json escapes everything beyond ASCII, and of ASCII everything that is no character but DEL
    return json.dumps(event, default=str).replace("\x7f", "\\u007f")
