"""Read the columns of a table that somebody asks for, and nothing else of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from operator import getitem, itemgetter
from typing import Any, NamedTuple, TypeVar

from sellervitals import plugin as sdk
from sellervitals_amazon.documents.cells import CellError, Cells, Counts, Memo, Numbers, Style, Texts, Words

Row = TypeVar("Row")

_SHARED: tuple[type[Cells], ...] = (Counts, Numbers, Texts)
"""Kinds that read a text alike in every column: what one has read, the others need not read again."""


class Column(NamedTuple):
    """A column by the names it has had, newest first, and what its cells are."""

    names: tuple[str, ...]
    kind: Callable[[], Cells]


class Group(NamedTuple):
    """Columns whose cells mostly repeat together, such as all being 0; ``make`` makes one value of theirs."""

    columns: tuple[Column, ...]
    make: Callable[[tuple[Any, ...]], Any]


class _Placed(NamedTuple):
    place: int
    title: str
    cells: Cells


def read_rows(
    sheet: sdk.Sheet,
    wanted: Sequence[Column],
    make: Callable[[int, tuple[Any, ...]], Row],
    remarks: sdk.Remarks,
    group: Group | None = None,
) -> list[Row]:
    """Make a row of the number and the wanted values of each row; a column that is not there gives None.

    The value of the group comes last. Words that nobody knows are noted. ``make`` may be called twice for a
    row.

    Raises:
        UnreadableError: at ``/row/<number>``: the row is broken, or a cell of a wanted column cannot be read.
    """
    style = Style()
    shared: dict[object, Cells] = {kind: kind() for kind in _SHARED}
    placed = [_place(sheet, column, shared) for column in (*wanted, *(group.columns if group else ()))]
    for each in placed:
        if isinstance(each.cells, Numbers):
            each.cells.style = style
    found = _read(sheet, placed, make, group)
    if style.settle():
        for each in placed:
            each.cells.seen.clear()
        found = _read(sheet, placed, make, group)
    for each in placed:
        for text in each.cells.unknown if isinstance(each.cells, Words) else ():
            remarks.note("unreadable_value", "/row/1", f"{each.title} was left out where it says {text!r}.")
    return found


def _place(sheet: sdk.Sheet, column: Column, shared: Mapping[object, Cells]) -> _Placed:
    """Find a column; one that is not there stands behind the last, where every row is empty."""
    cells = shared.get(column.kind) or column.kind()
    for name in column.names:
        if (place := sheet.columns.get(name)) is not None:
            return _Placed(place, sheet.header[place].strip(), cells)
    return _Placed(len(sheet.header), column.names[0], cells)


def _read(
    sheet: sdk.Sheet,
    placed: Sequence[_Placed],
    make: Callable[[int, tuple[Any, ...]], Row],
    group: Group | None,
) -> list[Row]:
    alone = len(placed) - (len(group.columns) if group else 0)
    pick, seen = _reading(placed[:alone])
    pick_group, seen_group = _reading(placed[alone:])
    memo = Memo(lambda cells: group.make(tuple(map(getitem, seen_group, cells))) if group else None)
    found = []
    for number, fields in sheet.rows():
        fields.append("")
        try:
            values = tuple(map(getitem, seen, pick(fields)))
            if group:
                values = (*values, memo[pick_group(fields)])
            found.append(make(number, values))
        except CellError:
            raise _fault(number, fields, placed) from None
    return found


def _reading(
    placed: Sequence[_Placed],
) -> tuple[Callable[[Sequence[str]], tuple[str, ...]], Sequence[Memo]]:
    """Give what picks the cells of some columns out of a row, and what reads each of them."""
    places = [each.place for each in placed]
    seen = [each.cells.seen for each in placed]
    if len(places) > 1:
        return itemgetter(*places), seen
    return lambda fields: tuple(fields[place] for place in places), seen


def _fault(number: int, fields: Sequence[str], placed: Sequence[_Placed]) -> sdk.UnreadableError:
    for each in placed:
        try:
            each.cells.one(fields[each.place])
        except CellError as problem:
            return sdk.UnreadableError(f"/row/{number}", f"{each.title} {problem}.")
    raise AssertionError("a cell that could not be read can be read now")
