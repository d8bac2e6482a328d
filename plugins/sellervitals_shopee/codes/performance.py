"""The metrics of a shop's performance: Shopee's number and names, the group, and what each is part of."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

FULFILMENT, LISTING, SERVICE = "fulfilment", "listing", "service"
GROUPS: Mapping[str, str] = {
    FULFILMENT: "fulfillment_failed",
    LISTING: "listing_failed",
    SERVICE: "custom_service_failed",
}
"""Where Shopee counts the missed targets of a group."""


class Known(NamedTuple):
    """A metric that Shopee numbers.

    ``names`` are those that documents use; the number counts, for Shopee renames. ``parent`` is the number of
    the metric it is part of, 0 for none, and ``part`` its name among the parent's parts or shares.
    ``advice`` marks a target that nothing follows from.
    """

    metric: str
    group: str
    names: tuple[str, ...]
    segment: str | None = None
    parent: int = 0
    part: str = ""
    advice: bool = False


_F, _L, _S = FULFILMENT, LISTING, SERVICE
KNOWN: Mapping[int, Known] = MappingProxyType(
    {
        1: Known("late_shipment_rate", _F, ("late_shipment_rate",)),
        3: Known("non_fulfilment_rate", _F, ("non_fulfillment_rate", "non_fulfilment_rate")),
        42: Known("cancellation_rate", _F, ("cancellation_rate",), parent=3, part="cancellation_rate"),
        43: Known("return_refund_rate", _F, ("return_refund_rate",), parent=3, part="return_refund_rate"),
        4: Known("preparation_time", _F, ("preparation_time",)),
        2033: Known("preparation_time", _F, ("preparation_time_ps",), segment="ps"),
        25: Known("fast_handover_rate", _F, ("fast_handover_rate", "same_day_handover_rate")),
        2001: Known("channel_fast_handover_rate", _F, ("fast_handover_rate_sls",), "sls", 25, "sls"),
        2002: Known("channel_fast_handover_rate", _F, ("fast_handover_rate_fbs",), "fbs", 25, "fbs"),
        2003: Known("channel_fast_handover_rate", _F, ("fast_handover_rate_3pf",), "3pf", 25, "3pf"),
        27: Known("pickup_failure_rate", _F, ("on_time_pickup_failure_rate",)),
        28: Known("pickup_failure_days", _F, ("on_time_pickup_failure_rate_violation_value",), parent=27),
        85: Known("late_shipment_rate_ndd", _F, ("late_shipment_rate_ndd",)),
        88: Known("non_fulfilment_rate_ndd", _F, ("non_fulfillment_rate_ndd", "non_fulfilment_rate_ndd")),
        91: Known(
            "cancellation_rate_ndd", _F, ("cancellation_rate_ndd",), parent=88, part="cancellation_rate_ndd"
        ),
        92: Known(
            "return_refund_rate_ndd",
            _F,
            ("return_refund_rate_ndd",),
            parent=88,
            part="return_refund_rate_ndd",
        ),
        2036: Known("on_time_delivery_rate_logistics", _F, ("on_time_delivery_rate_logistics",)),
        2037: Known("on_time_delivery_rate_dd", _F, ("on_time_delivery_rate_dd",)),
        2032: Known("saturday_shipment", _F, ("saturday_shipment",)),
        52: Known("severe_listing_violations", _L, ("severe_listing_violations",)),
        54: Known("severe_violations_by_kind", _L, ("prohibited_listings",), "prohibited", 52, "prohibited"),
        55: Known(
            "severe_violations_by_kind",
            _L,
            ("counterfeit_ip_infringement",),
            "counterfeit",
            52,
            "counterfeit",
        ),
        56: Known("severe_violations_by_kind", _L, ("spam_listings",), "spam", 52, "spam"),
        53: Known("other_listing_violations", _L, ("other_listing_violations",)),
        2011: Known("poor_quality_products", _L, ("poor_quality_products",)),
        12: Known("pre_order_listing_rate", _L, ("pre_order_listing_rate",)),
        15: Known("pre_order_violation_days", _L, ("the_amount_of_pre_order_listing",), parent=12),
        96: Known("sdd_listing_rate", _L, ("sdd_listing_rate", "sdd_listings"), advice=True),
        97: Known("ndd_listing_rate", _L, ("ndd_listing_rate", "ndd_listings"), advice=True),
        2030: Known("hd_listing_rate", _L, ("hd_listing_rate", "hd_listings"), advice=True),
        2031: Known(
            "hd_free_shipping_rate", _L, ("hd_free_shipping_rate", "hd_free_shipping_enabled"), advice=True
        ),
        11: Known("chat_response_rate", _S, ("response_rate", "chat_response_rate")),
        21: Known("chat_response_time", _S, ("response_time",)),
        29: Known("chat_response_time", _S, ("average_response_time",), segment="average"),
        23: Known("non_responded_chats", _S, ("no_of_non_responded_chats",)),
        22: Known("shop_rating", _S, ("shop_rating",)),
        95: Known("customer_satisfaction", _S, ("customer_satisfaction",)),
    }
)
"""By Shopee's number. Numbers below 0 head a group and are no metrics."""

BY_NAME: Mapping[str, int] = MappingProxyType(
    {name: number for number, known in KNOWN.items() for name in known.names}
)
TOP = frozenset((known.metric, known.segment) for known in KNOWN.values() if not known.parent)
"""What is part of nothing else: these are counted, once each."""


def spelled(name: str) -> str:
    """Write a name the way the table does: ``Late Shipment Rate`` as ``late_shipment_rate``."""
    return "_".join(name.casefold().replace("-", " ").replace("%", " ").replace("_", " ").split())
