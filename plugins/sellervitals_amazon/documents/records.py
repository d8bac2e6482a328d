"""Read a table to one mapping per row, for reports whose rows are put together cell by cell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sellervitals import plugin as sdk
from sellervitals_amazon.documents.columns import Column, read_rows
from sellervitals_amazon.documents.fields import Remarks

NUMBER = "number"
"""The key of the row's number, the header being row 1."""


def read_records(
    content: object, wanted: Mapping[str, Column], unused: frozenset[str], remarks: Remarks
) -> list[dict[str, Any]]:
    """Give the wanted cells of each row by their key; None where a cell is empty or its column missing.

    Args:
        content: the text of the table.
        wanted: the columns to read.
        unused: further columns that such a report has; any other is listed as unknown.
        remarks: where that is listed.

    Raises:
        UnreadableError: at ``/row/<number>``: the table is broken, or a cell cannot be read.
    """
    sheet = sdk.read_sheet(content)
    known = unused.union(*(column.names for column in wanted.values()))
    remarks.unknown(
        {sheet.header[place]: None for name, place in sheet.columns.items() if name not in known},
        frozenset(),
        "/row/1",
    )
    nothing = dict.fromkeys(wanted)

    def records(numbers: Sequence[int], columns: Mapping[str, Sequence[Any]]) -> list[dict[str, Any]]:
        keys = (NUMBER, *columns)
        rows = zip(numbers, *columns.values(), strict=True)
        return [nothing | dict(zip(keys, row, strict=True)) for row in rows]

    return read_rows(sheet, wanted, records, remarks)
