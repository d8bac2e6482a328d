"""Amazon's notification ACCOUNT_STATUS_CHANGED, alone or in the queue message that it came in.

Amazon documents its keys in camelCase and has sent them in PascalCase; both are read. It names neither seller
nor store, and may be delivered more than once.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any, NamedTuple

from sellervitals import plugin as sdk
from sellervitals_amazon.documents import json_text
from sellervitals_amazon.documents.fields import Block
from sellervitals_amazon.documents.judgements import verdict
from sellervitals_amazon.judging.transition import written
from sellervitals_amazon.sources import cite

TYPE = "amazon.account-status-changed"
_NAME = "ACCOUNT_STATUS_CHANGED"
_INNER = "accountStatusChangeNotification"
_ENVELOPE = ("notificationVersion", "notificationType", "payloadVersion", "notificationMetadata")
_BODIES = ("body", "message")
_LISTS = ("records", "messages")
_DEPTH = 4
"""Queue messages inside each other: a list of records, a record, a topic's message, the notification."""


class _Event(NamedTuple):
    """One notification: its measurements, and when it happened."""

    at: datetime | None
    measurements: tuple[sdk.Measurement, ...]


def recognises(content: Any) -> bool:
    """Say by its content whether it is or holds such a notification; never raises."""
    try:
        return next(_notifications(content, ""), None) is not None
    except sdk.UnreadableError:
        return False


def read(content: Any) -> sdk.Reading:
    """Turn a notification, or the newest of several, into the status and its change.

    The status carries no day: it would outrank any report that does not say of when its status is.

    Raises:
        UnreadableError: no notification holds a current status.
    """
    remarks = sdk.Remarks(TYPE)
    events = [_event(sdk.Fields(each, pointer, remarks)) for pointer, each in _notifications(content, "")]
    events = [each for each in events if each.measurements]
    if not events:
        raise sdk.UnreadableError("", "holds no current account status.")
    events.sort(key=lambda each: each.at or datetime.min.replace(tzinfo=UTC))
    *older, newest = events
    said = {(each.metric, each.value, each.window) for each in newest.measurements}
    history = []
    for each in (each for event in older for each in event.measurements if each.window is not None):
        if (key := (each.metric, each.value, each.window)) not in said:
            said.add(key)
            history.append(each)
    return sdk.Reading(
        newest.measurements,
        sites=(None,),
        observed_at=newest.at,
        ignored=remarks.ignored,
        notices=remarks.notices,
        history=tuple(history),
    )


def _notifications(content: Any, pointer: str, depth: int = _DEPTH) -> Iterator[tuple[str, Block]]:
    """Find the notifications in whatever a queue wraps around them, each with its place."""
    if isinstance(content, str) and content.lstrip()[:1] == "{" and _INNER.lower() in content.lower():
        content = json_text.loads(content, pointer)
    if not isinstance(content, dict) or not depth:
        return
    if _get(content, "notificationType")[1] == _NAME or _INNER in _camel(_get(content, "payload")[1]):
        yield pointer, content
        return
    for name in _BODIES:
        key, body = _get(content, name)
        yield from _notifications(body, f"{pointer}/{key}", depth - 1)
    for name in _LISTS:
        key, listed = _get(content, name)
        for place, each in enumerate(listed if isinstance(listed, list) else ()):
            yield from _notifications(each, f"{pointer}/{key}/{place}", depth - 1)


def _get(block: Block, name: str) -> tuple[str, Any]:
    """The key as it is written, in camelCase or PascalCase, and its value."""
    pascal = _pascal(name)
    key = pascal if name not in block and pascal in block else name
    return key, block.get(key)


def _camel(block: Any) -> set[str]:
    return {str(key)[:1].lower() + str(key)[1:] for key in block} if isinstance(block, dict) else set()


def _event(told: sdk.Fields) -> _Event:
    told.skip(*_ENVELOPE, *map(_pascal, _ENVELOPE))
    at = _moment(told)
    payload = told.object(_key(told, "payload"))
    change = None if payload is None else payload.object(_key(payload, _INNER))
    before = after = good = None
    if change is not None:
        before, _ = _word(change, "previousAccountStatus")
        after, good = _word(change, "currentAccountStatus")
    told.done()
    if change is None or after is None:
        return _Event(at, ())
    status = sdk.Measurement(
        "account_status", value=after, verdict=after, good=good, document=TYPE, pointer=change.pointer
    )
    if before is None:
        return _Event(at, (status,))
    moved = sdk.Measurement(
        "account_status_change",
        value=written(before, after),
        window=None if at is None else sdk.Window(at.date(), at.date()),
        document=TYPE,
        pointer=change.pointer,
    )
    return _Event(at, (status, moved))


def _key(told: sdk.Fields, name: str) -> str:
    return _get(told.content, name)[0]


def _pascal(name: str) -> str:
    return name[:1].upper() + name[1:]


def _word(change: sdk.Fields, name: str) -> tuple[str | None, bool | None]:
    key = _key(change, name)
    change.skip(key)
    return verdict(change.content, key, change.pointer, change.remarks)


def _moment(told: sdk.Fields) -> datetime | None:
    """When it happened, in UTC; a time without an offset is in UTC already."""
    key = _key(told, "eventTime")
    text = told.word(key)
    if text is None:
        return None
    try:
        at = datetime.fromisoformat(text)
        return at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)
    except (ValueError, OverflowError):
        told.remarks.unreadable(told.at(key), "a timestamp")
        return None


DOCUMENT = sdk.Document(
    type=TYPE,
    title="Notification ACCOUNT_STATUS_CHANGED",
    media_type="application/json",
    recognises=recognises,
    read=read,
    metrics=("account_status", "account_status_change"),
    references=tuple(cite("status").values()),
)
