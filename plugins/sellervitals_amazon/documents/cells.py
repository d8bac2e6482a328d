"""Read the cells of a table, column by column: nothing is guessed, and what is empty stays unknown.

Reports are long and their cells repeat, so every column remembers what it has read. A column's decimal sign
follows from its own cells, else from the other columns; ``1.234`` with neither is refused.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import date, datetime
from decimal import Decimal
from typing import Any

EMPTY = frozenset({"", "-", "--", "n/a"})
"""What stands for nothing, in small letters."""

LONGEST_TEXT = 1_024
REMEMBERED = 8_192
"""Cells kept per column: common ones come early, and other values each time must not fill the memory."""

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
_WHOLE = re.compile(r"-?[0-9]{1,15}")
_USUAL = re.compile(r"[0-9]{1,15}\.[0-9]{1,20}")
_POINT = re.compile(r"-?[0-9]{0,15}\.[0-9]{1,20}")
_COMMA = re.compile(r"-?[0-9]{0,15},[0-9]{1,20}")
_DOUBTFUL = re.compile(r"-?[1-9][0-9]{0,2}[.,][0-9]{3}")
_GROUPED = re.compile(
    r"-?[1-9][0-9]{0,2}(?:([.,'\u2019\u0020\u00a0\u2009\u202f])[0-9]{3})(?:\1[0-9]{3}){0,4}(?:([.,])[0-9]{1,20})?"
)
_SCIENTIFIC = re.compile(r"-?[0-9](?:\.[0-9]{1,20})?[eE]-?[0-9]{1,2}")
_DIGITS = 15

YES = frozenset({"yes", "y", "true"})
NO = frozenset({"no", "n", "false"})


class CellError(ValueError):
    """A cell that cannot be read; the message ends the sentence that begins with row and column."""


class Memo(dict[Any, Any]):
    """Remembers the first answers of a function, whose only argument is the key."""

    __slots__ = ("_ask",)

    def __init__(self, ask: Callable[[Any], Any]) -> None:
        super().__init__()
        self._ask = ask

    def __missing__(self, key: Any) -> Any:
        found = self._ask(key)
        if len(self) < REMEMBERED:
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


class Numbers(Cells):
    """Decimal numbers from 0 up, however their thousands and decimals are written.

    Args:
        negative: numbers under 0 may stand here.

    ``proven`` is the decimal sign that the cells read so far leave no doubt of. ``sign`` is None while it is
    still to be found out, "" where it cannot be; ``assumed`` are the signs taken for granted meanwhile.
    """

    def __init__(self, *, negative: bool = False) -> None:
        super().__init__()
        self.sign: str | None = None
        self.proven = ""
        self.assumed: set[str] = set()
        self._negative = negative

    def settle(self, sign: str) -> bool:
        """Take a decimal sign as settled; True when the column must be read again."""
        again = bool(self.assumed - {sign})
        self.sign = sign
        self.seen.clear()
        return again

    def one(self, text: str) -> Decimal | None:  # noqa: D102
        if self.proven == "." and _USUAL.fullmatch(text):
            return Decimal(text)
        if text.isdecimal() and text.isascii() and len(text) <= _DIGITS:
            return Decimal(text)
        text = text.strip()
        if text.casefold() in EMPTY:
            return None
        found = self._number(text)
        if found < 0 and not self._negative:
            raise CellError(f"must not be negative, but is {text:.40}")
        return found

    def _number(self, text: str) -> Decimal:
        if _DOUBTFUL.fullmatch(text):
            return self._doubtful(text)
        if _POINT.fullmatch(text):
            self._prove(".", text)
            return Decimal(text)
        if _COMMA.fullmatch(text):
            self._prove(",", text)
            return Decimal(text.replace(",", "."))
        if _SCIENTIFIC.fullmatch(text):
            self._prove(".", text)
            return Decimal(text)
        if _WHOLE.fullmatch(text):
            return Decimal(text)
        return self._grouped(text)

    def _doubtful(self, text: str) -> Decimal:
        """Read 1.234 or 1,234: a thousand and more, or one and a bit."""
        sign = self.proven or self.sign
        if sign == "":
            raise CellError(f"could mean two numbers: {text}")
        if sign is None:
            sign = "."
            self.assumed.add(sign)
        separator = "." if "." in text else ","
        return Decimal(text.replace(separator, "." if separator == sign else ""))

    def _grouped(self, text: str) -> Decimal:
        parts = _GROUPED.fullmatch(text)
        if parts is None or parts[1] == parts[2]:
            raise CellError(f"is no number: {text:.40}")
        separator, sign = parts[1], parts[2]
        if sign:
            self._prove(sign, text)
        elif separator in ".,":
            self._prove("." if separator == "," else ",", text)
        whole = text.replace(separator, "")
        return Decimal(whole.replace(sign, ".") if sign else whole)

    def _prove(self, sign: str, text: str) -> None:
        if self.proven not in {"", sign}:
            raise CellError(f"is written with another decimal sign than the cells above it: {text:.40}")
        self.proven = sign


class Counts(Numbers):
    """Whole numbers from 0 up."""

    def one(self, text: str) -> int | None:  # type: ignore[override]  # noqa: D102
        if text.isdecimal() and text.isascii() and len(text) <= _DIGITS:
            return int(text)
        found = super().one(text)
        if found is None:
            return None
        if found != found.to_integral_value():
            raise CellError(f"must be a whole number, but is {text.strip():.40}")
        return int(found)

    def _doubtful(self, text: str) -> Decimal:
        """Read 1.234 or 1,234: units are whole, so this is a thousand unless the file says otherwise."""
        sign = self.proven or self.sign
        separator = "." if "." in text else ","
        if sign is None:
            self.assumed.add("," if separator == "." else ".")
        elif separator == sign or (not sign and text.endswith("000")):
            raise CellError(f"could mean two numbers: {text}")
        return Decimal(text.replace(separator, ""))


def signs(columns: Iterable[Numbers]) -> bool:
    """Settle the decimal sign of each column; True when the table must be read again.

    A column without a proof of its own is written like the others, where those agree.
    """
    columns = list(columns)
    proven = {each.proven for each in columns} - {""}
    others = proven.pop() if len(proven) == 1 else ""
    again = [each.settle(each.proven or others) for each in columns]
    return any(again)
