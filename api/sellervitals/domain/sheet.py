"""Tables as marketplaces deliver them, TSV or CSV, read strictly: what is broken is named by its row."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from typing import NamedTuple

from sellervitals.domain.document import UnreadableError

ROWS = 250_000
COLUMNS = 256
"""The widest known report has 99; headers grow."""
_HEADER_CHARACTERS = 32_768
_BETWEEN_WORDS = re.compile(r"[\W_]+")


class Sheet(NamedTuple):
    """A table with its column names in one spelling.

    ``columns`` gives the place of each column by ``column()`` of its name; ``header`` keeps the names as
    written.
    """

    columns: dict[str, int]
    header: tuple[str, ...]
    text: str

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """Give each row with its number, the header being row 1; rows without any content are left out.

        Rows are numbered as a spreadsheet numbers them: empty ones count, and a line break inside quotes
        begins no new one.

        Raises:
            UnreadableError: at ``/row/<number>``: a row is longer or shorter than the header, a quote is
                never closed, a field is too long, or there are too many rows.
        """
        records = _records(self.text)
        next(records)
        width = len(self.header)
        for number, fields in records:
            if not any(fields):
                continue
            if len(fields) != width:
                problem = f"has {len(fields)} fields, the header has {width}."
                raise UnreadableError(f"/row/{number}", problem)
            yield number, fields


def column(name: str) -> str:
    """Write a column's name the one way: ``Inventory Supply at FBA`` is ``inventory-supply-at-fba``.

    Letters of every language stay: Japanese reports tell two columns apart by nothing else.
    """
    return _BETWEEN_WORDS.sub("-", name.casefold()).strip("-")


def columns_of(content: object) -> frozenset[str]:
    """Read nothing but the first line, for recognising a table; empty for anything that is none."""
    if not isinstance(content, str):
        return frozenset()
    line = content[:_HEADER_CHARACTERS].lstrip("\ufeff").split("\n", 1)[0].rstrip("\r")
    try:
        return frozenset(column(name) for name in next(csv.reader([line], _dialect(line)), ()))
    except csv.Error:
        return frozenset()


def read_sheet(content: object) -> Sheet:
    """Read the header of a TSV or CSV text; ``Sheet.rows`` reads on.

    Raises:
        UnreadableError: it is no text, has no header, or names a column twice.
    """
    if not isinstance(content, str):
        raise UnreadableError("", "must be the text of a TSV or CSV file.")
    text = content.removeprefix("\ufeff")
    nul = text.find("\0")
    if nul >= 0:
        row = text.count("\n", 0, nul) + 1
        raise UnreadableError(f"/row/{row}", "holds NUL.")
    _, header = next(_records(text), (1, []))
    if not any(header):
        raise UnreadableError("/row/1", "is empty, where the header should be.")
    if len(header) > COLUMNS:
        raise UnreadableError("/row/1", f"has {len(header)} columns, more than {COLUMNS}.")
    columns: dict[str, int] = {}
    for place, name in enumerate(header):
        key = column(name)
        if key in columns:
            raise UnreadableError("/row/1", f"names the column {name:.60} twice.")
        if key:
            columns[key] = place
    return Sheet(columns, tuple(header), text)


def _records(text: str) -> Iterator[tuple[int, list[str]]]:
    end = text.find("\n")
    header = text[: end if end >= 0 else None][:_HEADER_CHARACTERS].rstrip("\r")
    records = csv.reader(_lines(text), _dialect(header))
    number = 0
    try:
        for fields in records:
            number += 1
            if number > ROWS + 1:
                raise UnreadableError(f"/row/{number}", f"is beyond the most rows, {ROWS:,}.")
            yield number, fields
    except csv.Error as problem:
        raise UnreadableError(f"/row/{number + 1}", _said(problem)) from None


_TROUBLES = {
    "unexpected end": "opens a quote that is never closed.",
    "expected after": "goes on after a closing quote without a separator.",
    "field larger": "has a field that is too long.",
    "new-line character": "holds a carriage return without a line feed.",
}


def _said(problem: csv.Error) -> str:
    """Say in words about the file what the csv module says about its reader."""
    return next((says for words, says in _TROUBLES.items() if words in str(problem)), "cannot be read.")


class _Comma(csv.excel):
    """Fields with a comma or a line break stand in quotes, which must close."""

    strict = True


class _Semicolon(_Comma):
    """As spreadsheets write it where the comma is the decimal sign."""

    delimiter = ";"


class _QuotedTab(_Comma):
    delimiter = "\t"


class _Tab(_QuotedTab):
    """Marketplaces' own files do not quote: an inch sign is text."""

    quoting = csv.QUOTE_NONE


def _dialect(header: str) -> type[csv.Dialect]:
    """Tell how a file is written by its header."""
    if "\t" in header:
        return _QuotedTab if header[:1] == '"' else _Tab
    return _Semicolon if header.count(";") > header.count(",") else _Comma


def _lines(text: str) -> Iterator[str]:
    """Cut at line feeds alone: a product's name may hold other characters that Unicode breaks lines at."""
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        if end < 0:
            yield text[start:]
            return
        yield text[start:end].removesuffix("\r") + "\n"
        start = end + 1
