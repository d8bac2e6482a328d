"""Read single fields of reports that hold hundreds of them: the usual at once, all else as the SDK does."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from typing import Any

from sellervitals import plugin as sdk

Block = Mapping[str, Any]

USUAL_COUNT, USUAL_LENGTH = 10**9, 40
"""Up to here nothing has to be said about a whole number or a text."""

COUNT_KEYS = frozenset({"count", "rate", "status"})
_FROM, _TO = "reportingDateFrom", "reportingDateTo"
RANGE_KEYS = frozenset({_FROM, _TO, "dateOffset"})


def block(parent: Block, key: str, pointer: str, remarks: sdk.Remarks) -> Block | None:
    """Read an object; None when it is absent, null or something else."""
    value = parent.get(key)
    if value is None or isinstance(value, dict):
        return value
    remarks.unreadable(f"{pointer}/{key}", "an object")
    return None


def number(parent: Block, key: str, pointer: str, remarks: sdk.Remarks) -> Decimal | None:
    """Read a number that is not negative, written as a number or as a text."""
    return None if parent.get(key) is None else sdk.Fields(parent, pointer, remarks).number(key)


def count(parent: Block, key: str, pointer: str, remarks: sdk.Remarks) -> int | None:
    """Read a count: a whole number from 0 up, or an object that holds one as ``count``."""
    value = parent.get(key)
    if type(value) is int and 0 <= value <= USUAL_COUNT:
        return value
    if value is None:
        return None
    if isinstance(value, dict):
        parent, pointer, key = value, f"{pointer}/{key}", "count"
        remarks.unknown(parent, COUNT_KEYS, pointer)
    return sdk.Fields(parent, pointer, remarks).count(key)


def word(parent: Block, key: str, pointer: str, remarks: sdk.Remarks) -> str | None:
    """Read a word exactly as written; None when it is absent or blank."""
    value = parent.get(key)
    if value is None:
        return None
    if type(value) is str and len(value) <= USUAL_LENGTH and value.isascii() and value.isidentifier():
        return value
    return sdk.Fields(parent, pointer, remarks).word(key)


def window(parent: Block, pointer: str, remarks: sdk.Remarks) -> sdk.Window | None:
    """Read ``reportingDateRange`` as days in UTC; a range that runs backwards is kept as it is."""
    dates = block(parent, "reportingDateRange", pointer, remarks)
    if dates is None:
        return None
    pointer = f"{pointer}/reportingDateRange"
    remarks.unknown(dates, RANGE_KEYS, pointer)
    start, end = dates.get(_FROM), dates.get(_TO)
    if type(start) is str and type(end) is str and len(start) <= USUAL_LENGTH >= len(end):
        usual = _usual(start, end)
        if usual is not None:
            return usual
    return _window(sdk.Fields(dates, pointer, remarks))


@lru_cache(maxsize=4096)
def _usual(start: str, end: str) -> sdk.Window | None:
    """Read two days as nearly every range writes them; None where something has to be said about them."""
    remarks = sdk.Remarks("")
    found = _window(sdk.Fields({_FROM: start, _TO: end}, "", remarks))
    return None if remarks.notices else found


def _window(dates: sdk.Fields) -> sdk.Window | None:
    start, end = dates.day(_FROM), dates.day(_TO)
    return None if start is None and end is None else sdk.Window(start, end)
