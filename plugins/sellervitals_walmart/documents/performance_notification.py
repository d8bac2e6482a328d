"""Walmart's webhook SELLER_PERFORMANCE_NOTIFICATIONS: ALARMS on open orders, and the weekly REPORT.

Walmart documents the envelope (``source`` and ``payload``), the alarms and, of the report, the entry for
on-time delivery. That the other entries have the same keys is assumed, and so is that ``eventType`` may
stand at the top, where a third party has it. What is not understood is listed.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from sellervitals import plugin as sdk
from sellervitals_walmart.documents import alarms, weekly_report
from sellervitals_walmart.sites import HOME
from sellervitals_walmart.sources import cite

TYPE = "walmart.performance-notification"
_EVENT = "SELLER_PERFORMANCE"
_ENVELOPE = ("eventType", "eventVersion", "resourceName", "eventTime", "eventId", "meta")


def recognises(content: Any) -> bool:
    """Say by its content whether it is such a notification; never raises."""
    if not isinstance(content, dict) or not isinstance(content.get("payload"), dict):
        return False
    source = content.get("source")
    event = (source if isinstance(source, dict) else content).get("eventType")
    return isinstance(event, str) and event.startswith(_EVENT)


def read(content: Any) -> sdk.Reading:
    """Turn alarms into counts of orders, and a report into rates and risk levels.

    Raises:
        UnreadableError: it is neither of the two, or says nothing that could be measured.
    """
    root = sdk.Fields.of(content, TYPE)
    root.skip(*_ENVELOPE)
    source = root.object("source")
    if source is not None:
        source.skip(*_ENVELOPE)
    payload = root.object("payload")
    if payload is None:
        raise sdk.UnreadableError("/payload", "must be an object.")
    payload.skip("notificationType", "supportedLanguages", "ordersApiUrl", "moreInfoLink")
    seller, window, told = payload.word("partnerId"), _window(payload), _told(payload)
    found = [*alarms.measure(told, window, TYPE), *weekly_report.measure(told, window, TYPE)]
    if not found:
        raise sdk.UnreadableError(told.pointer, "holds neither alarms nor metrics that could be read.")
    root.done()
    kept, _ = sdk.one_each(found)
    return sdk.Reading(
        kept,
        sites=(None,),
        main_site=HOME,
        seller_id=seller,
        ignored=root.remarks.ignored,
        notices=root.remarks.notices,
    )


def _told(payload: sdk.Fields) -> sdk.Fields:
    """Find what is told, in English where it is told in several languages."""
    names = [name for name in payload.content if isinstance(name, str) and name.endswith("Notification")]
    payload.skip(*names)
    for name in sorted(names, key=lambda each: each != "enNotification"):
        inner = payload.object(name)
        if inner is not None:
            inner.skip("summary", "message", "poNumberMaxCount")
            return inner
    return payload


def _window(payload: sdk.Fields) -> sdk.Window | None:
    """Read the day of the figures, written as ``2025-09-10 12:52:36 UTC``."""
    written = payload.word("lastRefreshTs")
    if written is None:
        return None
    try:
        return sdk.Window(None, date.fromisoformat(written[:10]))
    except ValueError:
        payload.note(
            "unreadable_value", "lastRefreshTs was left out: a timestamp was expected.", "lastRefreshTs"
        )
        return None


DOCUMENT = sdk.Document(
    type=TYPE,
    title="Webhook SELLER_PERFORMANCE_NOTIFICATIONS",
    media_type="application/json",
    recognises=recognises,
    read=read,
    metrics=("orders_with_alarm", *weekly_report.METRICS, "risk_level"),
    references=tuple(cite("alarms", "weekly").values()),
)
