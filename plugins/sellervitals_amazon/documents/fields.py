"""Read single fields of a JSON document: what cannot be read becomes a notice, never an error."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import lru_cache
from typing import Any

from sellervitals import plugin as sdk

Block = Mapping[str, Any]

MOST_REMARKS = 200
"""Notices and ignored keys listed per document; a hostile document must not blow up the answer."""
LONGEST_WORD = LONGEST_NUMBER = 80
_MOST = 10**15
_SMALLEST_EXPONENT, _LARGEST_EXPONENT = -40, 14
_NUMBER = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,40})?")

COUNT_KEYS = frozenset({"count", "rate", "status"})
_FROM, _TO = "reportingDateFrom", "reportingDateTo"
RANGE_KEYS = frozenset({_FROM, _TO, "dateOffset"})
_NO_DAYS = sdk.Window(None, None)


class Remarks:
    """Collects what a reader has to say about a document besides its measurements.

    Args:
        document: the type of the document.
    """

    __slots__ = ("_document", "_ignored", "_notices")

    def __init__(self, document: str) -> None:
        self._document = document
        self._ignored: list[sdk.Notice] = []
        self._notices: list[sdk.Notice] = []

    def note(self, code: str, pointer: str, message: str) -> None:
        """Add a notice about one place."""
        self._notices.append(sdk.Notice(code, message, self._document, pointer))

    def unreadable(self, pointer: str, expected: str) -> None:
        """Say that a value was left out because it is not what it should be."""
        self.note("unreadable_value", pointer, f"{pointer} was left out: {expected} was expected.")

    def unknown(self, block: Block, known: frozenset[str], pointer: str) -> None:
        """List the keys of a block that nobody reads."""
        if known.issuperset(block):
            return
        for key in block:
            if key not in known:
                place = f"{pointer}/{sdk.pointer_token(key)}"
                self._ignored.append(sdk.Notice("ignored", f"{place} is not known.", self._document, place))

    @property
    def ignored(self) -> tuple[sdk.Notice, ...]:
        """The unknown keys, by pointer."""
        return self._listed(self._ignored)

    @property
    def notices(self) -> tuple[sdk.Notice, ...]:
        """Everything else, by pointer."""
        return self._listed(self._notices)

    def _listed(self, found: Iterable[sdk.Notice]) -> tuple[sdk.Notice, ...]:
        ordered = sorted(set(found), key=lambda each: (each.pointer or "", each.code, each.message))
        left = len(ordered) - MOST_REMARKS
        if left <= 0:
            return tuple(ordered)
        more = sdk.Notice("more", f"{left:,} more of this kind are not listed.", self._document, "")
        return (*ordered[:MOST_REMARKS], more)


def block(parent: Block, key: str, pointer: str, remarks: Remarks) -> Block | None:
    """Read an object; None when it is absent, null or something else."""
    value = parent.get(key)
    if value is None or isinstance(value, dict):
        return value
    remarks.unreadable(f"{pointer}/{key}", "an object")
    return None


def number(parent: Block, key: str, pointer: str, remarks: Remarks) -> Decimal | None:
    """Read a number that is not negative, written as a number or as a text."""
    value = parent.get(key)
    if value is None:
        return None
    found = _number(value)
    if found is None or found < 0:
        remarks.unreadable(f"{pointer}/{key}", "a number from 0 up")
        return None
    return found


def _number(value: object) -> Decimal | None:
    if type(value) is int:
        return Decimal(value) if -_MOST < value < _MOST else None
    if isinstance(value, str):
        return Decimal(value) if _NUMBER.fullmatch(value) else None
    if type(value) is not Decimal or not value.is_finite() or len(str(value)) > LONGEST_NUMBER:
        return None
    return value if _SMALLEST_EXPONENT <= value.adjusted() <= _LARGEST_EXPONENT else None


def count(parent: Block, key: str, pointer: str, remarks: Remarks) -> int | None:
    """Read a count: a whole number from 0 up, or an object that holds one as ``count``."""
    value = parent.get(key)
    if type(value) is int and 0 <= value < _MOST:
        return value
    if value is None:
        return None
    place = f"{pointer}/{key}"
    if isinstance(value, dict):
        remarks.unknown(value, COUNT_KEYS, place)
        place, value = f"{place}/count", value.get("count")
        if value is None:
            return None
    found = _number(value)
    if found is None or found < 0 or found != found.to_integral_value():
        remarks.unreadable(place, "a whole number from 0 up")
        return None
    return int(found)


def word(parent: Block, key: str, pointer: str, remarks: Remarks) -> str | None:
    """Read a word exactly as written; None when it is absent or blank."""
    value = parent.get(key)
    if value is None:
        return None
    if type(value) is str and len(value) <= LONGEST_WORD:
        if not value or value.isspace():
            return None
        if value.isprintable():
            return value
    remarks.unreadable(f"{pointer}/{key}", "a printable word")
    return None


def window(parent: Block, pointer: str, remarks: Remarks) -> sdk.Window | None:
    """Read ``reportingDateRange`` as days in UTC; a range that runs backwards is kept as it is."""
    dates = block(parent, "reportingDateRange", pointer, remarks)
    if dates is None:
        return None
    pointer = f"{pointer}/reportingDateRange"
    remarks.unknown(dates, RANGE_KEYS, pointer)
    start = word(dates, _FROM, pointer, remarks)
    end = word(dates, _TO, pointer, remarks)
    found = _window(start, end)
    if found.start is None or found.end is None:
        for key, text, day in zip((_FROM, _TO), (start, end), found, strict=True):
            if text is not None and day is None:
                remarks.unreadable(f"{pointer}/{key}", "a date or a timestamp")
    return None if found == _NO_DAYS else found


@lru_cache(maxsize=4096)
def _window(start: str | None, end: str | None) -> sdk.Window:
    return sdk.Window(_day(start), _day(end))


def _day(written: str | None) -> date | None:
    """The day in UTC; a timestamp without an offset is in UTC already."""
    if written is None:
        return None
    try:
        moment = datetime.fromisoformat(written)
        return (moment.astimezone(UTC) if moment.utcoffset() else moment).date()
    except (ValueError, OverflowError):
        return None
