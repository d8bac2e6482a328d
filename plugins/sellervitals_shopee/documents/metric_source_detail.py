"""The answer of get_metric_source_detail: the orders, listings or days behind one metric."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, NamedTuple

from sellervitals import plugin as sdk
from sellervitals_shopee.codes.cases import CANCELLATIONS, LISTING_REASONS, NON_FULFILMENTS, order_reason
from sellervitals_shopee.codes.performance import KNOWN
from sellervitals_shopee.documents import answer
from sellervitals_shopee.documents.pickup_days import daily
from sellervitals_shopee.sources import cite

TYPE = "shopee.metric-source-detail"
PICKUP_DAYS = "opfr_day_detail_data_list"


class _Case(NamedTuple):
    """One entry: how it is shown, and the part of the whole that it belongs to."""

    item: sdk.Item
    part: str = ""


def _unfulfilled(entry: sdk.Fields) -> _Case:
    kind = NON_FULFILMENTS.get(entry.count("non_fulfillment_type") or 0, "")
    return _Case(_order(entry, order_reason(entry.count("detailed_reason"))), kind)


def _cancelled(entry: sdk.Fields) -> _Case:
    kind = CANCELLATIONS.get(entry.count("cancellation_type") or 0, "")
    return _Case(_order(entry, order_reason(entry.count("detailed_reason"))), kind)


def _returned(entry: sdk.Fields) -> _Case:
    return _Case(_order(entry, order_reason(entry.count("detailed_reason"))))


def _late(entry: sdk.Fields) -> _Case:
    shipped, due = entry.epoch_day("actual_shipping_time"), entry.epoch_day("shipping_deadline")
    late = entry.number("late_by_days")
    said = "shipped late" if shipped is None else f"shipped on {shipped}"
    item = _order(entry, said if due is None else f"{said}, due on {due}")
    return _Case(item if late is None else item._replace(value=late, unit="days late"))


def _listing(entry: sdk.Fields) -> _Case:
    ident, reason = answer.quoted(entry, "item_id"), entry.count("detailed_reason")
    words = LISTING_REASONS.get(reason or 0, "" if reason is None else f"reason {reason}")
    entry.skip("update_time")
    return _Case(sdk.Item(ident, listing=ident or None, situation=words, pointer=entry.pointer), words)


def _pre_order_day(entry: sdk.Fields) -> _Case:
    live, pre_orders = entry.count("live_listing_count"), entry.count("pre_order_listing_count")
    rate, target = entry.number("pre_order_listing_rate"), entry.word("target")
    said = "" if live is None or pre_orders is None else f"{pre_orders:,} pre-orders of {live:,} listings"
    asked = f"target {target}" if target else ""
    item = sdk.Item(
        answer.quoted(entry, "date"), situation=", ".join(filter(None, (said, asked))), pointer=entry.pointer
    )
    return _Case(item if rate is None else item._replace(value=rate, unit="percent"))


def _other(entry: sdk.Fields) -> _Case:
    """List an entry by whatever id it has; its other fields are known and not used."""
    names = (answer.quoted(entry, key) for key in ("order_sn", "item_id", "date"))
    entry.skip(*entry.content)
    return _Case(sdk.Item(next(filter(None, names), ""), pointer=entry.pointer))


def _order(entry: sdk.Fields, situation: str) -> sdk.Item:
    return sdk.Item(answer.quoted(entry, "order_sn"), situation=situation, pointer=entry.pointer)


_LISTS: Mapping[str, tuple[int, Callable[[sdk.Fields], _Case]]] = {
    "nfr_order_list": (3, _unfulfilled),
    "cancellation_order_list": (42, _cancelled),
    "return_refund_order_list": (43, _returned),
    "lsr_order_list": (1, _late),
    "fhr_order_list": (25, _other),
    "violation_listing_list": (52, _listing),
    "pre_order_listing_violation_data_list": (15, _pre_order_day),
    "pre_order_listing_list": (12, _other),
    "sdd_listing_list": (96, _other),
    "ndd_listing_list": (97, _other),
    "hd_listing_list": (2030, _other),
    "apt_order_list": (4, _other),
    "saturday_shipment_list": (2032, _other),
    "otdr_order_list": (2036, _other),
}
"""By list: the metric that it is about where the answer does not say it, and how an entry is read."""


def recognises(content: Any) -> bool:
    """Say by its content whether it is such an answer; never raises."""
    return answer.holds(content, PICKUP_DAYS, *_LISTS)


def read(content: Any) -> sdk.Reading:
    """Count the cases behind the metric and list them; days of pickups become rates of their own.

    Raises:
        UnreadableError: there is no response.
    """
    root, response = answer.opened(content, TYPE)
    number = response.count("metric_id")
    other = response.count("metrics_id")  # the field's name in Shopee's own example
    number = other if number is None else number
    found: list[sdk.Measurement] = []
    older: list[sdk.Measurement] = []
    for key, (usual, case) in _LISTS.items():
        if response.has(key):
            cases = [case(each) for each in _entries(response, key)]
            found.append(_counted(cases, usual if number is None else number, response, key))
    if response.has(PICKUP_DAYS):
        days = daily(response.objects(PICKUP_DAYS), TYPE)
        answer.total(response, PICKUP_DAYS, len(days))
        found, older = [*found, *days[-1:]], days[:-1]
    kept, repeats = sdk.one_each(found)
    for each in repeats:
        root.remarks.note("repeated_metric", each.goes.pointer, "A second list of one metric was left out.")
    return answer.closed(root, kept, history=older)


def _entries(response: sdk.Fields, key: str) -> list[sdk.Fields]:
    """The entries of a list; clients have met a single object in place of the list."""
    if isinstance(response.content.get(key), dict):
        single = response.object(key)
        return [single] if single is not None else []
    return response.objects(key)


def _counted(cases: list[_Case], number: int, response: sdk.Fields, key: str) -> sdk.Measurement:
    count = answer.total(response, key, len(cases))
    parts = Counter(each.part for each in cases if each.part in _PARTS)
    breakdown = sdk.Breakdown.of((each.item for each in cases), worst=lambda item: (item.value or 0, item.id))
    return sdk.Measurement(
        "affected_cases",
        segment=_about(number),
        value=None if count is None else Decimal(count),
        parts=dict(parts),
        document=TYPE,
        pointer=response.at(key),
        breakdown=breakdown._replace(total=count or 0),
    )


_PARTS = frozenset((*NON_FULFILMENTS.values(), *LISTING_REASONS.values()))


def _about(number: int) -> str:
    """Name the metric that the cases are about."""
    known = KNOWN.get(number)
    if known is None:
        return f"metric_{number}"
    return f"{known.metric}_{known.segment}" if known.segment else known.metric


DOCUMENT = sdk.Document(
    type=TYPE,
    title="Details of a metric (get_metric_source_detail)",
    media_type="application/json",
    recognises=recognises,
    read=read,
    metrics=("affected_cases", "daily_pickup_failure_rate"),
    references=tuple(cite("account-health").values()),
)
