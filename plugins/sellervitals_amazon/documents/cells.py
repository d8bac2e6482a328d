"""Read the cells of a table, column by column: nothing is guessed, and what is empty stays unknown.

Reports are long and their cells repeat, so what was read is remembered. ``1.234`` is a thousand and more,
or one and a bit: the numbers of the same file that can only be read one way tell which; where none does, it
is refused.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime
from decimal import Decimal
from typing import Any

EMPTY = frozenset({"", "-", "--", "n/a"})
"""What stands for nothing, in small letters."""

LONGEST_TEXT = 1_024
REMEMBERED = 16_384
"""Cells kept of one kind: common ones come early, and other values each time must not fill the memory."""

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
_WHOLE = re.compile(r"-?[0-9]{1,15}")
_USUAL = re.compile(r"[0-9]{1,15}\.(?:[0-9]{2}|[0-9]{4,20})")
_POINT = re.compile(r"-?[0-9]{0,15}\.[0-9]{1,20}")
_COMMA = re.compile(r"-?[0-9]{0,15},[0-9]{1,20}")
_DOUBTFUL = re.compile(r"-?[1-9][0-9]{0,2}[.,][0-9]{3}")
_GROUPED = re.compile(
    r"-?[1-9][0-9]{0,2}(?:([.,'\u2019\u0020\u00a0\u2009\u202f])[0-9]{3})(?:\1[0-9]{3}){0,4}(?:([.,])[0-9]{1,20})?"
)
_SCIENTIFIC = re.compile(r"-?[0-9](?:\.[0-9]{1,20})?[eE]-?[0-9]{1,2}")
_DIGITS = 15
_MOST = Decimal(10**_DIGITS)
MOST_UNITS = 10**9
"""Far more than any warehouse holds of one item; of the most rows together still a number that is kept."""
_UNIT_DIGITS = len(str(MOST_UNITS))

YES = frozenset({"yes", "y", "true"})
NO = frozenset({"no", "n", "false"})


class CellError(ValueError):
    """A cell that cannot be read; the message ends the sentence that begins with row and column."""


class Memo(dict[Any, Any]):
    """Remembers the first answers of a function, whose only argument is the key; at most ``most``."""

    __slots__ = ("_ask", "_most")

    def __init__(self, ask: Callable[[Any], Any], most: int = REMEMBERED) -> None:
        super().__init__()
        self._ask = ask
        self._most = most

    def __missing__(self, key: Any) -> Any:
        found = self._ask(key)
        if len(self) < self._most:
            self[key] = found
        return found


class Cells:
    """Reads one column by a function that is asked once for each text; ``seen[text]`` asks or remembers."""

    def __init__(self) -> None:
        self.seen = Memo(self.one)

    def one(self, text: str) -> Any:
        """Read one cell.

        Raises:
            CellError: it cannot be read.
        """
        raise NotImplementedError


class Texts(Cells):
    """Texts as written, without spaces around them; None where empty."""

    def one(self, text: str) -> str | None:  # noqa: D102
        if not text.isprintable() and _CONTROL.search(text):
            raise CellError("holds a control character")
        if len(text) > LONGEST_TEXT:
            raise CellError(f"is longer than {LONGEST_TEXT:,} characters")
        text = text.strip()
        return None if text.casefold() in EMPTY else text


class Names(Texts):
    """Texts that are others in each row, so that remembering them helps nobody."""

    def __init__(self) -> None:
        self.seen = Memo(self.one, 0)


class Words(Cells):
    """Cells of which only some can be told; the others are kept in ``unknown`` and read as None."""

    def __init__(self) -> None:
        super().__init__()
        self.unknown: dict[str, None] = {}

    def word(self, text: str) -> Any:
        """Read a cell that is not empty; LookupError or ValueError where nobody knows it."""
        raise NotImplementedError

    def one(self, text: str) -> Any:  # noqa: D102
        text = text.strip()
        if text.casefold() in EMPTY:
            return None
        with suppress(LookupError, ValueError):
            return self.word(text)
        self.unknown.setdefault(text[:60])
        return None


class Flags(Words):
    """Yes or no; a number of units is yes from 1 up."""

    def word(self, text: str) -> bool:  # noqa: D102
        small = text.casefold()
        if small in YES or small in NO:
            return small in YES
        if not (text.isascii() and text.isdecimal()):
            raise ValueError(text)
        return int(text) > 0


class Days(Words):
    """Days, written as a date or as a moment."""

    def word(self, text: str) -> date:  # noqa: D102
        return datetime.fromisoformat(text).date()


class Currencies(Words):
    """Currencies, as three letters."""

    def word(self, text: str) -> str:  # noqa: D102
        if len(text) == len("USD") and text.isascii() and text.isalpha():
            return text.upper()
        raise ValueError(text)


class Style:
    """How a file writes its numbers.

    ``proven`` are the decimal signs of numbers that can only be read one way; ``assumed`` those that others
    were read by meanwhile. ``sign`` is None while it is still to be found out, "" where it cannot be.
    """

    def __init__(self) -> None:
        self.proven: set[str] = set()
        self.assumed: set[str] = set()
        self.sign: str | None = None

    def settle(self) -> bool:
        """Settle the decimal sign of the file; True when it must be read again."""
        self.sign = "".join(self.proven) if len(self.proven) == 1 else ""
        return bool(self.assumed - {self.sign})


class Numbers(Cells):
    """Decimal numbers from 0 up, however their thousands and decimals are written.

    Args:
        negative: numbers under 0 may stand here.

    ``style`` belongs to the file and is shared by its columns.
    """

    def __init__(self, *, negative: bool = False) -> None:
        super().__init__()
        self.style = Style()
        self._negative = negative

    def one(self, text: str) -> Decimal | None:  # noqa: D102
        if _USUAL.fullmatch(text):
            self.style.proven.add(".")
            return Decimal(text)
        if text.isdecimal() and text.isascii() and len(text) <= _DIGITS:
            return Decimal(text)
        text = text.strip()
        if text.casefold() in EMPTY:
            return None
        found = self._number(text)
        if found < 0 and not self._negative:
            raise CellError(f"must not be negative, but is {text:.40}")
        if abs(found) >= _MOST:
            raise CellError(f"is too large: {text:.40}")
        return found

    def _number(self, text: str) -> Decimal:
        if _DOUBTFUL.fullmatch(text):
            return self._doubtful(text)
        if _POINT.fullmatch(text) or _SCIENTIFIC.fullmatch(text):
            self.style.proven.add(".")
            return Decimal(text)
        if _COMMA.fullmatch(text):
            self.style.proven.add(",")
            return Decimal(text.replace(",", "."))
        if _WHOLE.fullmatch(text):
            return Decimal(text)
        return self._grouped(text)

    def _doubtful(self, text: str) -> Decimal:
        """Read 1.234 or 1,234: a thousand and more, or one and a bit."""
        sign = self.style.sign
        if sign == "":
            raise CellError(f"could mean two numbers: {text}")
        if sign is None:
            sign = "."
            self.style.assumed.add(sign)
        separator = "." if "." in text else ","
        return Decimal(text.replace(separator, "." if separator == sign else ""))

    def _grouped(self, text: str) -> Decimal:
        parts = _GROUPED.fullmatch(text)
        if parts is None or parts[1] == parts[2]:
            raise CellError(f"is no number: {text:.40}")
        separator, sign = parts[1], parts[2]
        if sign:
            self.style.proven.add(sign)
        elif separator in ".,":
            self.style.proven.add("." if separator == "," else ",")
        whole = text.replace(separator, "")
        return Decimal(whole.replace(sign, ".") if sign else whole)


class Counts(Numbers):
    """Whole numbers from 0 up."""

    def one(self, text: str) -> int | None:  # type: ignore[override]  # noqa: D102
        if text.isdecimal() and text.isascii() and len(text) < _UNIT_DIGITS:
            return int(text)
        found = super().one(text)
        if found is None:
            return None
        if found != found.to_integral_value():
            raise CellError(f"must be a whole number, but is {text.strip():.40}")
        if found > MOST_UNITS:
            raise CellError(f"is more than {MOST_UNITS:,}: {text.strip():.40}")
        return int(found)

    def _doubtful(self, text: str) -> Decimal:
        """Read 1.234 or 1,234: units are whole, so this is a thousand unless the file says otherwise."""
        sign = self.style.sign
        separator = "." if "." in text else ","
        if sign is None:
            self.style.assumed.add("," if separator == "." else ".")
        elif separator == sign or (not sign and text.endswith("000")):
            raise CellError(f"could mean two numbers: {text}")
        return Decimal(text.replace(separator, ""))
