"""The rows of a traffic report: values have no names and are matched by position with the header."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import NamedTuple

from sellervitals import plugin as sdk
from sellervitals_ebay.documents.moments import moment
from sellervitals_ebay.metrics.traffic import COUNTS, REPORTED


class Row(NamedTuple):
    """One day or listing.

    ``counts`` holds whole numbers by column; ``silent`` the columns that eBay says do not apply.
    """

    name: str
    counts: Mapping[str, int]
    silent: frozenset[str]
    pointer: str


class Report(NamedTuple):
    """A report as it is written.

    ``days`` are those that it covers in eBay's own time zone; days before ``updated_on`` are complete.
    ``titles`` are those of listings, by their number.
    """

    columns: Sequence[str]
    by_listing: bool
    rows: Sequence[Row]
    days: sdk.Window | None
    updated_at: datetime | None
    updated_on: date | None
    titles: Mapping[str, str]


def report_of(root: sdk.Fields) -> Report:
    """Read a report; UnreadableError where its columns cannot be told."""
    columns, dimension = _header(root)
    rows = [row for each in root.objects("records") if (row := _row(each, columns)) is not None]
    start, end = moment(root, "startDate"), moment(root, "endDate")
    updated = moment(root, "lastUpdatedDate")
    days = None if start is None or end is None else sdk.Window(start.date(), end.date())
    return Report(columns, dimension == "LISTING", rows, days, updated, _day(updated, end), _titles(root))


def _day(updated: datetime | None, end: datetime | None) -> date | None:
    """The day of the update in the time zone of the report; None where nobody knows."""
    if updated is None or end is None:
        return None
    try:
        return updated.astimezone(end.tzinfo).date()
    except OverflowError:
        return None


def _header(root: sdk.Fields) -> tuple[list[str], str | None]:
    """The columns in their order, and what a row is about."""
    header = root.object("header")
    listed = [] if header is None else header.objects("metrics")
    if header is None or not listed or len(listed) != len(header.content["metrics"]):
        raise sdk.UnreadableError("/header/metrics", "A list of objects is expected: values have no names.")
    columns = []
    for place, each in enumerate(listed):
        key = each.word("key") or f"column {place}"
        each.skip("localizedName", "dataType")
        if key not in COUNTS and key not in REPORTED.values():
            each.note("unknown_metric", f"{key} is no known column of a traffic report.")
        columns.append(key)
    if len(set(columns)) != len(columns):
        raise sdk.UnreadableError("/header/metrics", "A column is named twice.")
    dimensions = header.objects("dimensionKeys")
    for each in dimensions:
        each.skip("localizedName", "dataType")
    return columns, dimensions[0].word("key") if dimensions else None


def _row(block: sdk.Fields, columns: Sequence[str]) -> Row | None:
    """Read a row; one with another number of values cannot be matched with the columns."""
    names, cells = block.objects("dimensionValues"), block.objects("metricValues")
    for each in names:
        each.skip("applicable")
    name = names[0].word("value") if names else None
    written = block.content.get("metricValues")
    if name is None or not isinstance(written, list) or not len(cells) == len(written) == len(columns):
        block.note("row_left_out", f"A name and {len(columns)} values were expected, one for each column.")
        block.skip(*block.content)
        for each in cells:
            each.skip("value", "applicable")
        return None
    counts, silent = {}, set()
    for column, cell in zip(columns, cells, strict=True):
        if cell.flag("applicable") is False:
            silent.add(column)
        elif column in COUNTS and (count := cell.count("value")) is not None:
            counts[column] = count
        cell.skip("value")
    return Row(name, counts, frozenset(silent), block.pointer)


def _titles(root: sdk.Fields) -> dict[str, str]:
    """What the seller calls the listings."""
    found: dict[str, str] = {}
    for block in root.objects("dimensionMetadata"):
        block.skip("metadataHeader")
        for record in block.objects("metadataRecords"):
            number, values = record.object("value"), record.objects("metadataValues")
            for each in (*values, *([] if number is None else [number])):
                each.skip("applicable")
            name = None if number is None else number.word("value")
            title = values[0].word("value", longest=200) if values else None
            if name is not None and title is not None:
                found[name] = title
    return found
