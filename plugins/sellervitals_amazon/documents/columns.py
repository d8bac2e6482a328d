"""Read the columns of a table that somebody asks for, and nothing else of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, NamedTuple

from sellervitals import plugin as sdk
from sellervitals_amazon.documents.cells import CellError, Cells, Numbers, Words, signs
from sellervitals_amazon.documents.fields import Remarks

_AT_ONCE = 2_048
"""Rows converted together, column by column."""


class Column(NamedTuple):
    """A column by the names it has had, newest first, and what its cells are."""

    names: tuple[str, ...]
    kind: Callable[[], Cells]


class _Placed(NamedTuple):
    place: int
    title: str
    cells: Cells


Make = Callable[[Sequence[int], Mapping[str, Sequence[Any]]], list[Any]]
"""Makes rows of their numbers and of the values of each column that the table has."""


def read_rows(sheet: sdk.Sheet, wanted: Mapping[str, Column], make: Make, remarks: Remarks) -> list[Any]:
    """Read the wanted columns of a table, and note the words that nobody knows.

    Raises:
        UnreadableError: at ``/row/<number>``: the row is broken, or a cell of a wanted column cannot be read.
    """
    placed = {key: each for key, column in wanted.items() if (each := _place(sheet, column))}
    found = _read(sheet, placed, make)
    if signs(each.cells for each in placed.values() if isinstance(each.cells, Numbers)):
        found = _read(sheet, placed, make)
    for each in placed.values():
        for text in each.cells.unknown if isinstance(each.cells, Words) else ():
            remarks.note("unreadable_value", "/row/1", f"{each.title} was left out where it says {text!r}.")
    return found


def _read(sheet: sdk.Sheet, placed: Mapping[str, _Placed], make: Make) -> list[Any]:
    found: list[Any] = []
    for numbers, rows in _pieces(sheet):
        found += make(numbers, _convert(numbers, rows, placed))
    return found


def _place(sheet: sdk.Sheet, column: Column) -> _Placed | None:
    for name in column.names:
        if (place := sheet.columns.get(name)) is not None:
            return _Placed(place, sheet.header[place].strip(), column.kind())
    return None


def _pieces(sheet: sdk.Sheet) -> Iterator[tuple[Sequence[int], Sequence[list[str]]]]:
    rows = sheet.rows()
    while piece := list(islice(rows, _AT_ONCE)):
        numbers, fields = zip(*piece, strict=True)
        yield numbers, fields


def _convert(
    numbers: Sequence[int], rows: Sequence[list[str]], placed: Mapping[str, _Placed]
) -> dict[str, list[Any]]:
    columns = list(zip(*rows, strict=True))
    try:
        return {key: each.cells.convert(columns[each.place]) for key, each in placed.items()}
    except CellError:
        raise _first_fault(numbers, rows, placed.values()) from None


def _first_fault(
    numbers: Sequence[int], rows: Sequence[list[str]], placed: Iterable[_Placed]
) -> sdk.UnreadableError:
    """Find the row that comes first among those with a cell that cannot be read."""
    placed = tuple(placed)
    for number, fields in zip(numbers, rows, strict=True):
        for each in placed:
            try:
                each.cells.one(fields[each.place])
            except CellError as problem:
                return sdk.UnreadableError(f"/row/{number}", f"{each.title} {problem}.")
    raise AssertionError("a cell that could not be read can be read now")
