"""The alarms of a notification: how many open orders each names, with the orders and Walmart's advice."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from sellervitals import plugin as sdk

_LONGEST = 1000
_LONGEST_ORDER = 80
_MOST = 50


def measure(told: sdk.Fields, window: sdk.Window | None, document: str) -> Iterator[sdk.Measurement]:
    """Count the orders of each kind of alarm; an empty list says that there is none."""
    if told.content.get("alarms") == []:
        yield sdk.Measurement(
            "orders_with_alarm", value=Decimal(0), window=window, document=document, pointer=told.at("alarms")
        )
    for each in told.objects("alarms")[:_MOST]:
        kind, count = each.word("alarmType"), each.count("orderCount")
        advice = [each.word(key, _LONGEST) for key in ("description", "action")]
        orders = _orders(each)
        if kind is None or count is None:
            continue
        if len(orders) > count:
            each.note(
                "orders_differ", f"{count} orders are counted, but {len(orders)} are listed.", "orderCount"
            )
            count = len(orders)
        items = [sdk.Item(order, situation=kind, pointer=each.at("poNumbers")) for order in orders]
        yield sdk.Measurement(
            "orders_with_alarm",
            kind,
            value=Decimal(count),
            window=window,
            document=document,
            pointer=each.pointer,
            breakdown=sdk.Breakdown(tuple(items[:_MOST]), count),
            quotes=tuple(sdk.Quote(text) for text in advice if text),
        )


def _orders(alarm: sdk.Fields) -> list[str]:
    """Read the numbers of the purchase orders, each once."""
    alarm.skip("poNumbers")
    listed = alarm.content.get("poNumbers")
    numbers = [each for each in listed if isinstance(each, str)] if isinstance(listed, list) else []
    return list(
        dict.fromkeys(each for each in numbers if each.isprintable() and 0 < len(each) <= _LONGEST_ORDER)
    )
