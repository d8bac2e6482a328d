"""Reading JSON documents field by field: what cannot be read becomes a notice, unknown keys are listed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import lru_cache
from typing import Any, Self

from sellervitals.domain.document import UnreadableError
from sellervitals.domain.marketplace import Notice
from sellervitals.domain.pointer import token

MOST_REMARKS = 200
"""Notices and ignored keys listed per document; a hostile document must not blow up the answer."""
MOST_ENTRIES = 50_000
"""Entries of one list; what a marketplace fills a body of the largest size with has fewer."""
LONGEST_WORD = 80
_LONGEST_NUMBER = 80
_MOST = 10**15
_EXPONENTS = range(-40, 15)
_NUMBER = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,40})?")
_LAST_SECOND = 253_402_300_799  # of the year 9999


class Remarks:
    """Collects what a reader has to say about a document besides its measurements.

    Args:
        document: the type of the document.
    """

    __slots__ = ("_document", "_ignored", "_notices")

    def __init__(self, document: str) -> None:
        self._document = document
        self._ignored: list[Notice] = []
        self._notices: list[Notice] = []

    def note(self, code: str, pointer: str, message: str) -> None:
        """Add a notice about one place."""
        self._notices.append(Notice(code, message, self._document, pointer))

    def unreadable(self, pointer: str, expected: str) -> None:
        """Say that a value was left out because it is not what it should be."""
        self.note("unreadable_value", pointer, f"{pointer} was left out: {expected} was expected.")

    def unknown(self, block: Mapping[str, Any], known: set[str] | frozenset[str], pointer: str) -> None:
        """List the keys of an object that nobody reads."""
        if known.issuperset(block):  # nearly always, and much faster than the difference
            return
        for key in block.keys() - known:
            place = f"{pointer}/{token(key)}"
            self._ignored.append(Notice("ignored", f"{place} is not known.", self._document, place))

    @property
    def ignored(self) -> tuple[Notice, ...]:
        """The unknown keys, by pointer."""
        return self._listed(self._ignored)

    @property
    def notices(self) -> tuple[Notice, ...]:
        """Everything else, by pointer."""
        return self._listed(self._notices)

    def _listed(self, found: Iterable[Notice]) -> tuple[Notice, ...]:
        ordered = sorted(set(found), key=lambda each: (each.pointer or "", each.code, each.message))
        left = len(ordered) - MOST_REMARKS
        if left <= 0:
            return tuple(ordered)
        more = Notice("more", f"{left:,} more of this kind are not listed.", self._document, "")
        return (*ordered[:MOST_REMARKS], more)


class Fields:
    """One object of a JSON document, read field by field; it remembers what was asked for.

    Absent and null are None everywhere. So is what cannot be read, with a notice that says what was expected.

    Args:
        content: the object.
        pointer: where it stands in the document.
        remarks: where notices and unknown keys go; the objects inside share it.
    """

    __slots__ = ("_asked", "_inner", "content", "pointer", "remarks")

    def __init__(self, content: Mapping[str, Any], pointer: str, remarks: Remarks) -> None:
        self.content, self.pointer, self.remarks = content, pointer, remarks
        self._asked: set[str] = set()
        self._inner: list[Fields] = []

    @classmethod
    def of(cls, content: Any, document: str, pointer: str = "") -> Self:
        """Begin to read a document of a type.

        Raises:
            UnreadableError: it is no JSON object.
        """
        if not isinstance(content, dict):
            raise UnreadableError(pointer, "A JSON object is expected.")
        return cls(content, pointer, Remarks(document))

    def at(self, key: str) -> str:
        """Give the JSON pointer of a field."""
        return f"{self.pointer}/{token(key)}"

    def has(self, key: str) -> bool:
        """Say whether a field is there and not null; it counts as asked for."""
        return self._value(key) is not None

    def skip(self, *keys: str) -> None:
        """Name fields that are known and of no use."""
        self._asked.update(keys)

    def note(self, code: str, message: str, key: str | None = None) -> None:
        """Add a notice about the object, or about one of its fields."""
        self.remarks.note(code, self.pointer if key is None else self.at(key), message)

    def object(self, key: str) -> Fields | None:
        """Read an object."""
        value = self._value(key)
        if value is None:
            return None
        if not isinstance(value, dict):
            self._unreadable(key, "an object")
            return None
        return self._enter(value, self.at(key))

    def objects(self, key: str) -> list[Fields]:
        """Read a list of objects; what else stands in it is left out with a notice.

        Raises:
            UnreadableError: it is longer than any that a marketplace sends.
        """
        value = self._value(key)
        if value is None:
            return []
        if not isinstance(value, list):
            self._unreadable(key, "a list of objects")
            return []
        if len(value) > MOST_ENTRIES:
            raise UnreadableError(self.at(key), f"A list of at most {MOST_ENTRIES:,} entries is expected.")
        return list(self._entries(value, self.at(key)))

    def number(self, key: str, *, negative: bool = False) -> Decimal | None:
        """Read a number, written as a number or as a text; from 0 up unless ``negative``."""
        value = self._value(key)
        if value is None:
            return None
        found = exact(value)
        if found is None or (found < 0 and not negative):
            self._unreadable(key, "a number" if negative else "a number from 0 up")
            return None
        return found

    def count(self, key: str) -> int | None:
        """Read a whole number from 0 up."""
        value = self._value(key)
        if type(value) is int and 0 <= value < _MOST:
            return value
        if value is None:
            return None
        found = exact(value)
        if found is None or found < 0 or found != found.to_integral_value():
            self._unreadable(key, "a whole number from 0 up")
            return None
        return int(found)

    def word(self, key: str, longest: int = LONGEST_WORD) -> str | None:
        """Read a printable text exactly as written; None also when it is blank."""
        value = self._value(key)
        if value is None:
            return None
        if not isinstance(value, str) or len(value) > longest or not value.isprintable():
            self._unreadable(key, f"a printable text of at most {longest} characters")
            return None
        return value if value.strip() else None

    def flag(self, key: str) -> bool | None:
        """Read true or false."""
        value = self._value(key)
        if value is None or isinstance(value, bool):
            return value
        self._unreadable(key, "true or false")
        return None

    def day(self, key: str) -> date | None:
        """Read a date, or the day in UTC of a timestamp; one without an offset is in UTC already."""
        written = self.word(key)
        if written is None:
            return None
        found = day_of(written)
        if found is None:
            self._unreadable(key, "a date or a timestamp")
        return found

    def epoch_day(self, key: str) -> date | None:
        """Read the day in UTC of a moment in seconds since 1970."""
        seconds = self.count(key)
        if seconds is None:
            return None
        if seconds > _LAST_SECOND:
            self._unreadable(key, "seconds since 1970")
            return None
        return datetime.fromtimestamp(seconds, UTC).date()

    def done(self) -> None:
        """List every field that nobody asked for, here and in the objects that were handed out."""
        self.remarks.unknown(self.content, self._asked, self.pointer)
        for each in self._inner:
            each.done()

    def _value(self, key: str) -> Any:
        self._asked.add(key)
        return self.content.get(key)

    def _enter(self, content: Mapping[str, Any], pointer: str) -> Fields:
        entered = Fields(content, pointer, self.remarks)
        self._inner.append(entered)
        return entered

    def _entries(self, values: Iterable[Any], pointer: str) -> Iterator[Fields]:
        for place, each in enumerate(values):
            if isinstance(each, dict):
                yield self._enter(each, f"{pointer}/{place}")
            else:
                self.remarks.unreadable(f"{pointer}/{place}", "an object")

    def _unreadable(self, key: str, expected: str) -> None:
        self.remarks.unreadable(self.at(key), expected)


def exact(value: object) -> Decimal | None:
    """Take a number as it is written, as a number or as a text; None for anything else, however large."""
    if type(value) is int:
        return Decimal(value) if -_MOST < value < _MOST else None
    if isinstance(value, str):
        return Decimal(value) if _NUMBER.fullmatch(value) else None
    if type(value) is not Decimal or not value.is_finite() or len(str(value)) > _LONGEST_NUMBER:
        return None
    return value if not value or value.adjusted() in _EXPONENTS else None


@lru_cache(maxsize=4096)
def day_of(written: str) -> date | None:
    """Read a date, or the day in UTC of a timestamp; None for anything else."""
    try:
        moment = datetime.fromisoformat(written)
        return (moment.astimezone(UTC) if moment.utcoffset() else moment).date()
    except (ValueError, OverflowError):
        return None
