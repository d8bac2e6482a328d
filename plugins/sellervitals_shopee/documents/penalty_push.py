"""Push 28: an event that issued penalty points, took them back, or moved the shop to another tier.

Pushes are repeated until they are answered and arrive in any order. None says how many points are open.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from sellervitals import plugin as sdk
from sellervitals_shopee.codes.penalties import removal, tier, violation
from sellervitals_shopee.documents import answer
from sellervitals_shopee.sources import cite

TYPE = "shopee.penalty-push"
CODE = 28
_CODES = frozenset({CODE, str(CODE)})
_BODIES = ("points_issued_data", "points_removed_data", "tier_update_data")


def recognises(content: Any) -> bool:
    """Say by its content whether it is such a push; never raises."""
    code = content.get("code") if isinstance(content, dict) else None
    if type(code) not in {int, str} or code not in _CODES:
        return False
    data = content.get("data")
    return isinstance(data, dict) and any(key in data for key in _BODIES)


def read(content: Any) -> sdk.Reading:
    """Turn the event into a change of points, or into the new tier with the old one as history.

    Raises:
        UnreadableError: there is no data of an event.
    """
    root = sdk.Fields.of(content, TYPE)
    root.skip("code")
    data = root.object("data")
    if data is None:
        raise sdk.UnreadableError("/data", "An object is expected.")
    seller = answer.quoted(root, "shop_id")
    sent = root.count("timestamp")
    happened = data.count("update_time")
    seconds = happened if happened is not None else sent
    moment = _moment(seconds)
    if seconds is not None and moment is None:
        data.note("unreadable_value", f"The moment {seconds} was left out: seconds since 1970 were expected.")
    data.skip("action_type")  # each action has an object of its own
    measured = (*_issued(data, moment), *_removed(data, moment))
    tiers = _tiers(data, None if moment is None else moment.date())
    root.done()
    return sdk.Reading(
        (*measured, *tiers[:1]),
        sites=(None,),
        observed_at=moment,
        seller_id=seller or None,
        ignored=root.remarks.ignored,
        notices=root.remarks.notices,
        history=tuple(tiers[1:]),
    )


def _moment(seconds: int | None) -> datetime | None:
    try:
        return None if seconds is None else datetime.fromtimestamp(seconds, UTC)
    except (OverflowError, ValueError, OSError):
        return None


def _issued(data: sdk.Fields, moment: datetime | None) -> Iterator[sdk.Measurement]:
    event = data.object("points_issued_data")
    points = None if event is None else event.count("issued_points")
    if event is not None and points is not None:
        words = violation(event.count("violation_type"))[1]
        yield _changed(Decimal(points), words, event.at("issued_points"), moment)


def _removed(data: sdk.Fields, moment: datetime | None) -> Iterator[sdk.Measurement]:
    event = data.object("points_removed_data")
    points = None if event is None else event.count("removed_points")
    if event is not None and points is not None:
        words = violation(event.count("violation_type"))[1]
        why = removal(event.count("removed_reason"))
        yield _changed(-Decimal(points), f"{words}, taken back: {why}", event.at("removed_points"), moment)


def _changed(points: Decimal, words: str, pointer: str, moment: datetime | None) -> sdk.Measurement:
    """Measure an event in a segment of its own, so that two events of a day do not hide each other."""
    return sdk.Measurement(
        "penalty_points_change",
        segment=None if moment is None else f"{moment:%Y-%m-%d %H:%M:%S} UTC",
        value=points,
        window=None if moment is None else sdk.Window(moment.date(), moment.date()),
        document=TYPE,
        pointer=pointer,
        breakdown=sdk.Breakdown((sdk.Item("", situation=words, value=points, unit="points"),), 1),
    )


def _tiers(data: sdk.Fields, day: date | None) -> list[sdk.Measurement]:
    """The tier after the event, and the one before."""
    event = data.object("tier_update_data")
    if event is None:
        return []
    window = None if day is None else sdk.Window(day, day)
    found = []
    for key in ("new_tier", "old_tier"):
        number = event.count(key)
        word = tier(number)
        if number is not None and word is None:
            event.note("unreadable_value", f"{event.at(key)} was left out: there are five tiers.", key)
        found.append(
            sdk.Measurement("penalty_tier", value=word, window=window, document=TYPE, pointer=event.at(key))
        )
    return found if found[1].value is not None else found[:1]


DOCUMENT = sdk.Document(
    type=TYPE,
    title="Push 28, update of penalty points (shop_penalty_update_push)",
    media_type="application/json",
    recognises=recognises,
    read=read,
    metrics=("penalty_points_change", "penalty_tier"),
    references=tuple(cite("push").values()),
)
