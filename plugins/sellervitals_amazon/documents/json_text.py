"""JSON that arrives as text: the lines of a JSON Lines file, or a message inside a message."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, NoReturn

from sellervitals import plugin as sdk

LONGEST_KEY = 128
_WHAT = "must be a JSON text"


def loads(text: str, pointer: str) -> Any:
    """Read one JSON text as the host would: exact numbers, no key twice, no key that cannot be written.

    Raises:
        UnreadableError: at ``pointer``.
    """
    try:
        return json.loads(text, parse_float=Decimal, parse_constant=_refused, object_pairs_hook=_object)
    except (ValueError, ArithmeticError, RecursionError):
        raise sdk.UnreadableError(pointer, f"{_WHAT} without repeated or unprintable keys.") from None


def lines(text: str) -> Iterator[tuple[str, Any]]:
    """Read JSON Lines: the value of each line that is not blank, with ``/row/<number>``; as ``loads``."""
    for number, line in enumerate(text.removeprefix("\ufeff").split("\n"), 1):
        if line and not line.isspace():
            yield f"/row/{number}", loads(line, f"/row/{number}")


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs) or not all(len(key) <= LONGEST_KEY and key.isprintable() for key in found):
        raise ValueError
    return found


def _refused(_constant: str) -> NoReturn:
    raise ValueError
