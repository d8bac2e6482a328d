"""The answer of get_penalty_point_history: the records of the quarter, each with its points after appeals."""

from __future__ import annotations

from collections import Counter
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from sellervitals import plugin as sdk
from sellervitals_shopee.codes.penalties import violation
from sellervitals_shopee.documents import answer
from sellervitals_shopee.judging.points import LISTED
from sellervitals_shopee.sources import cite

TYPE = "shopee.penalty-point-history"
_QUARTER = 14 * 7
"""Days between two resets: 13 weeks, or 14 where a month begins late in the week."""


class _Record(NamedTuple):
    """One record: its day, its points now, the kind of its violation, and how it is shown."""

    day: date | None
    points: int | None
    kind: str | None
    item: sdk.Item


def recognises(content: Any) -> bool:
    """Say by its content whether it is such an answer; never raises."""
    return answer.holds(content, "penalty_point_list")


def read(content: Any) -> sdk.Reading:
    """Sum the points that are left of each record.

    Where the page does not hold every record, or points cannot be read, the sum stands in the segment
    ``listed``: there are at least that many. The window runs from the oldest to the newest record.

    Raises:
        UnreadableError: there is no response.
    """
    root, response = answer.opened(content, TYPE)
    records = [_record(each) for each in response.objects("penalty_point_list")]
    count = answer.total(response, "penalty_point_list", len(records))
    found = []
    if response.has("penalty_point_list"):
        known = [each for each in records if each.points is not None]
        kinds: Counter[str] = Counter()
        for each in known:
            if each.kind is not None and each.points:
                kinds[each.kind] += each.points
        days = sorted(each.day for each in records if each.day is not None)
        if days and (days[-1] - days[0]).days > _QUARTER:
            says = (
                f"The records reach from {days[0]} to {days[-1]}; a reset has wiped the points of the older."
            )
            response.note("more_than_a_quarter", says, "penalty_point_list")
        items = (each.item for each in records)
        breakdown = sdk.Breakdown.of(items, worst=lambda item: (item.value or 0, item.id))
        found.append(
            sdk.Measurement(
                "penalty_points",
                segment=None if len(known) == count else LISTED,
                value=Decimal(sum(each.points or 0 for each in known)),
                parts=dict(kinds),
                window=sdk.Window(days[0], days[-1]) if days else None,
                document=TYPE,
                pointer=response.at("penalty_point_list"),
                breakdown=breakdown._replace(total=count or 0),
            )
        )
    return answer.closed(root, found)


def _record(record: sdk.Fields) -> _Record:
    """Read one record; what was taken off its points is a granted appeal."""
    points, original = record.count("latest_point_num"), record.count("original_point_num")
    kind, words = violation(record.count("violation_type"))
    day = record.epoch_day("issue_time")
    said = [words]
    if day is not None:
        said.append(f"issued on {day}")
    if points is not None and original is not None and original > points:
        said.append(f"appeal granted, {original} points before")
    item = sdk.Item(
        answer.quoted(record, "reference_id"),
        situation=", ".join(said),
        value=None if points is None else Decimal(points),
        unit="points",
        pointer=record.pointer,
    )
    return _Record(day, points, kind, item)


DOCUMENT = sdk.Document(
    type=TYPE,
    title="Penalty point history (get_penalty_point_history)",
    media_type="application/json",
    recognises=recognises,
    read=read,
    metrics=("penalty_points",),
    references=tuple(cite("account-health").values()),
)
