"""Read a table to one mapping per row, for reports whose rows are put together cell by cell."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sellervitals import plugin as sdk
from sellervitals_amazon.documents.columns import Column, read_rows

NUMBER = "number"
"""The key of the row's number, the header being row 1."""


def read_records(
    content: object, wanted: Mapping[str, Column], unused: frozenset[str], remarks: sdk.Remarks
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
    keys = (NUMBER, *wanted)

    def record(number: int, values: tuple[Any, ...]) -> dict[str, Any]:
        return dict(zip(keys, (number, *values), strict=True))

    return read_rows(sheet, tuple(wanted.values()), record, remarks)
