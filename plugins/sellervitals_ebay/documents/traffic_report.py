"""The traffic report, by day or by listing: the sums of its columns, and two rates worked out anew.

eBay's own rates were seen as percent and as fractions; the counts beside them leave no doubt.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from sellervitals import plugin as sdk
from sellervitals_ebay.documents.traffic_rows import Report, Row, report_of
from sellervitals_ebay.judging.chance import clearly_lower
from sellervitals_ebay.metrics.traffic import COUNTS, LISTINGS, RATES, REPORTED, VIEWS
from sellervitals_ebay.sources import cite

TYPE = "ebay.traffic-report"


class _Pair(NamedTuple):
    """What a rate counts on one day or listing, and among how many."""

    row: Row
    top: int
    bottom: int


def recognises(content: Any) -> bool:
    """Say by its keys whether it is a traffic report; never raises."""
    if not isinstance(content, dict) or not isinstance(content.get("records"), list):
        return False
    header = content.get("header")
    return isinstance(header, dict) and isinstance(header.get("metrics"), list) and "dimensionKeys" in header


def read(content: Any) -> sdk.Reading:
    """Read sums and rates of the whole period, and the rates of single days as history.

    Raises:
        UnreadableError: it is no object, or its columns cannot be told.
    """
    root = sdk.Fields.of(content, TYPE)
    report = report_of(root)
    if root.content.get("warnings"):
        root.note("report_warnings", "eBay sent warnings with this report.", "warnings")
    root.skip("warnings")
    segment = LISTINGS if report.by_listing else None
    bare = sdk.Measurement("", segment, window=report.days, document=TYPE, pointer="/records")
    found = list(_sums(report, bare))
    complete = {} if report.by_listing else _complete(report, root)
    history = list(_views(report, complete, bare))
    for metric, (top, bottom) in RATES.items():
        pairs = [
            _Pair(row, row.counts[top], row.counts[bottom])
            for row in report.rows
            if {top, bottom} <= row.counts.keys() and REPORTED[metric] not in row.silent
        ]
        if pairs:
            total = bare._replace(
                metric=metric,
                numerator=sum(each.top for each in pairs),
                denominator=sum(each.bottom for each in pairs),
                breakdown=_weaker(report, pairs) if report.by_listing else None,
            )
            found.append(total)
            history += _daily(complete, pairs, total)
        elif REPORTED[metric] in report.columns:
            root.note("unit_unknown", f"{REPORTED[metric]} was left out: only counts can show its scale.")
    root.done()
    return sdk.Reading(
        tuple(found),
        sites=(None,),
        observed_at=report.updated_at,
        ignored=root.remarks.ignored,
        notices=root.remarks.notices,
        history=tuple(history),
    )


def _sums(report: Report, bare: sdk.Measurement) -> Iterator[sdk.Measurement]:
    """Add up each column, where every row of it applies or could be read."""
    for column, (metric, _) in COUNTS.items():
        counts = [row.counts.get(column) for row in report.rows if column not in row.silent]
        if column in report.columns and counts and None not in counts:
            yield bare._replace(metric=metric, value=Decimal(sum(each or 0 for each in counts)))


def _complete(report: Report, root: sdk.Fields) -> dict[str, sdk.Window]:
    """The days that were over, by their row; one that was still counting would look like a fall."""
    found = {}
    for row in report.rows:
        day = _date(row.name)
        if day is None:
            message = f"{row.name} is no date, so it is part of the sums alone."
            root.remarks.note("day_unknown", row.pointer, message)
        elif report.updated_on is not None and day >= report.updated_on:
            message = f"{day} was not over at the last update, so it is compared with nothing."
            root.remarks.note("incomplete_day", row.pointer, message)
        else:
            found[row.pointer] = sdk.Window(day, day)
    return found


def _views(
    report: Report, complete: Mapping[str, sdk.Window], bare: sdk.Measurement
) -> Iterator[sdk.Measurement]:
    """The listing views of each complete day."""
    for row in report.rows:
        views = row.counts.get(VIEWS)
        if views is not None and row.pointer in complete:
            day, metric = complete[row.pointer], COUNTS[VIEWS][0]
            yield bare._replace(metric=metric, value=Decimal(views), window=day, pointer=row.pointer)


def _daily(
    complete: Mapping[str, sdk.Window], pairs: Sequence[_Pair], total: sdk.Measurement
) -> Iterator[sdk.Measurement]:
    """The rate of each complete day."""
    for row, top, bottom in pairs:
        if row.pointer in complete:
            yield total._replace(
                numerator=top, denominator=bottom, window=complete[row.pointer], pointer=row.pointer
            )


def _date(name: str) -> date | None:
    """Read 20261115; None for what is no date."""
    try:
        return date.fromisoformat(name)
    except ValueError:
        return None


def _weaker(report: Report, pairs: Sequence[_Pair]) -> sdk.Breakdown | None:
    """The listings whose rate is clearly lower than that of all others together; None with one alone."""
    if len(pairs) == 1:
        return None
    top, bottom = sum(each.top for each in pairs), sum(each.bottom for each in pairs)
    weak = [
        each for each in pairs if clearly_lower(each.top, each.bottom, top - each.top, bottom - each.bottom)
    ]
    return sdk.Breakdown.of(
        weak, worst=lambda pair: (pair.bottom, pair.row.name), item=lambda pair: _item(report, pair)
    )


def _item(report: Report, pair: _Pair) -> sdk.Item:
    number = pair.row.name
    return sdk.Item(
        report.titles.get(number, number),
        listing=number,
        situation="clearly below the other listings",
        value=sdk.Rate(pair.top, pair.bottom),
        unit="ratio",
        pointer=pair.row.pointer,
    )


DOCUMENT = sdk.Document(
    type=TYPE,
    title="Traffic report (Sell Analytics API)",
    media_type="application/json",
    recognises=recognises,
    read=read,
    metrics=(*(metric for metric, _ in COUNTS.values()), *RATES),
    references=tuple(cite("analytics-schema").values()),
)
