"""The answer of get_late_orders: orders past their ship-by date that are not shipped."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from sellervitals import plugin as sdk
from sellervitals_shopee.documents import answer
from sellervitals_shopee.sources import cite

TYPE = "shopee.late-orders"


def recognises(content: Any) -> bool:
    """Say by its content whether it is such an answer; never raises."""
    return answer.holds(content, "late_order_list")


def read(content: Any) -> sdk.Reading:
    """Count the late orders and list them, the latest first.

    Raises:
        UnreadableError: there is no response.
    """
    root, response = answer.opened(content, TYPE)
    items = [_item(each) for each in response.objects("late_order_list")]
    found = []
    if response.has("late_order_list") or response.has("total_count"):
        days = sorted(item.deadline for item in items if item.deadline is not None)
        breakdown = sdk.Breakdown.of(items, worst=_urgency)
        count = answer.total(response, "late_order_list", len(items))
        found.append(
            sdk.Measurement(
                "late_orders",
                value=None if count is None else Decimal(count),
                window=sdk.Window(days[0], days[-1]) if days else None,
                document=TYPE,
                pointer=response.at("total_count"),
                breakdown=breakdown._replace(total=count or 0),
            )
        )
    return answer.closed(root, found)


def _urgency(item: sdk.Item) -> tuple[int, Decimal]:
    """Rank by the oldest ship-by date, then by the days that Shopee counts."""
    due = -item.deadline.toordinal() if item.deadline is not None else 0
    return due, item.value if isinstance(item.value, Decimal) else Decimal(0)


def _item(order: sdk.Fields) -> sdk.Item:
    late = order.number("late_by_days")
    return sdk.Item(
        answer.quoted(order, "order_sn"),
        situation="late, not shipped",
        value=late,
        unit="days late" if late is not None else "",
        deadline=order.epoch_day("shipping_deadline"),
        advice=("Ship it today and have it scanned at the handover.",),
        pointer=order.pointer,
    )


DOCUMENT = sdk.Document(
    type=TYPE,
    title="Late orders (get_late_orders)",
    media_type="application/json",
    recognises=recognises,
    read=read,
    metrics=("late_orders",),
    references=tuple(cite("account-health").values()),
)
