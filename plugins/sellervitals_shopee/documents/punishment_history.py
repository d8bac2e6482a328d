"""The answer of get_punishment_history: restrictions of the quarter, each with the day it ends.

Whether it lists ongoing or ended punishments was said in the request and stands nowhere in the answer. So
those count as ongoing that had not ended on the newest day of the list, and an empty list says nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from sellervitals import plugin as sdk
from sellervitals_shopee.codes.penalties import TIERS, reason, restriction, tier
from sellervitals_shopee.documents import answer
from sellervitals_shopee.judging.punishments import severity_of
from sellervitals_shopee.sources import cite

TYPE = "shopee.punishment-history"
_SAYS_LITTLE = (
    "The answer does not say whether it lists ongoing or ended punishments; those that had not ended on the"
    " newest day in it count as ongoing."
)
_SAYS_NOTHING = (
    "No punishment in force is listed, and the answer does not say whether ongoing ones were asked for. Where"
    " they were, send the metric ongoing_punishments with the value 0."
)


class _Punishment(NamedTuple):
    """One punishment: its code, the tier that brought it, its days, and how it is shown."""

    code: int | None
    tier: int | None
    issued: date | None
    ends: date | None
    item: sdk.Item


def recognises(content: Any) -> bool:
    """Say by its content whether it is such an answer; never raises."""
    return answer.holds(content, "punishment_list")


def read(content: Any) -> sdk.Reading:
    """Count the punishments in force and tell the tier that brought them.

    Raises:
        UnreadableError: there is no response.
    """
    root, response = answer.opened(content, TYPE)
    listed = [_punishment(each) for each in response.objects("punishment_list")]
    answer.total(response, "punishment_list", len(listed))
    found: list[sdk.Measurement] = []
    if listed:
        newest = max((each.issued for each in listed if each.issued is not None), default=None)
        running = [each for each in listed if each.ends is None or newest is None or each.ends >= newest]
        found += _measured(running, newest, response.at("punishment_list"))
    if response.has("punishment_list"):
        response.note("status_unknown", _SAYS_LITTLE if found else _SAYS_NOTHING, "punishment_list")
    return answer.closed(root, found)


def _measured(running: list[_Punishment], newest: date | None, pointer: str) -> Iterator[sdk.Measurement]:
    """Measure what is in force on the newest day of the list, by which it is judged."""
    if not running:
        return
    window = None if newest is None else sdk.Window(None, newest)
    yield sdk.Measurement(
        "ongoing_punishments",
        value=Decimal(len(running)),
        window=window,
        document=TYPE,
        pointer=pointer,
        breakdown=sdk.Breakdown.of(
            (each.item for each in running),
            worst=lambda item: (item.deadline is None, item.deadline or date.min, item.id),
            deadlines=_releases(running),
        ),
        severity=severity_of(each.code for each in running),
    )
    tiers = [each.tier for each in running if each.tier is not None]
    if tiers:
        yield sdk.Measurement(
            "penalty_tier", value=tier(max(tiers)), window=window, document=TYPE, pointer=pointer
        )


def _releases(running: list[_Punishment]) -> list[sdk.Deadline]:
    """The days on which something comes back, each once with all that ends on it."""
    by_day: dict[date, list[str]] = {}
    for each in running:
        if each.ends is not None:
            by_day.setdefault(each.ends, []).append(restriction(each.code).words)
    return [
        sdk.Deadline(
            day, sdk.DeadlineKind.RELEASE, f"Ends on {day} (UTC): {', '.join(dict.fromkeys(words))}."
        )
        for day, words in sorted(by_day.items())
    ]


def _punishment(entry: sdk.Fields) -> _Punishment:
    code, why = entry.count("punishment_type"), entry.count("reason")
    ends, issued, starts = (answer.moment(entry, key) for key in ("end_time", "issue_time", "start_time"))
    said = [restriction(code).words, reason(why)]
    if starts is not None:
        said.append(f"since {starts}")
    listings, orders = entry.count("listing_limit"), answer.quoted(entry, "order_limit")
    if listings is not None:
        said.append(f"at most {listings:,} listings")
    if orders:
        said.append(f"order limit {orders}: a percentage of the average daily orders of 28 days")
    item = sdk.Item(
        answer.quoted(entry, "reference_id"),
        situation=", ".join(filter(None, said)),
        deadline=ends,
        pointer=entry.pointer,
    )
    brought = why if why is not None and 0 < why <= TIERS else None
    return _Punishment(code, brought, issued or starts, ends, item)


DOCUMENT = sdk.Document(
    type=TYPE,
    title="Punishment history (get_punishment_history)",
    media_type="application/json",
    recognises=recognises,
    read=read,
    metrics=("ongoing_punishments", "penalty_tier"),
    references=tuple(cite("account-health").values()),
)
