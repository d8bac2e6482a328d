"""Why an order or a listing stands in a list of the account health calls."""

from __future__ import annotations

from collections.abc import Mapping

LISTING_REASONS: Mapping[int, str] = {
    1: "prohibited",
    2: "counterfeit",
    3: "spam",
    4: "inappropriate_image",
    5: "insufficient_information",
    6: "mall_improvement",
    7: "other_improvement",
    8: "poor_quality",
}
"""Reasons of listings with issues; 8 stands in the details of a metric alone."""

CANCELLATIONS: Mapping[int, str] = {1: "system_cancellation", 2: "seller_cancellation"}
NON_FULFILMENTS: Mapping[int, str] = {**CANCELLATIONS, 3: "return_refund"}

_ORDER_REASONS: Mapping[int, str] = {
    1001: "return or refund",
    1002: "parcel split",
    1003: "first pickup failed",
    1004: "order included elsewhere",
    10005: "out of stock",
    10006: "area without delivery",
    10007: "cash on delivery not possible",
    10008: "shipment cancelled by the logistics",
    10009: "pickup by the logistics failed",
    10010: "logistics not ready",
    10011: "seller inactive",
    10012: "not shipped by the seller",
    10013: "did not reach the warehouse",
    10014: "cancellation asked for by the seller",
    10015: "not received",
    10016: "wrong item",
    10017: "damaged item",
    10018: "incomplete item",
    10019: "fake item",
    10020: "item does not work",
    10021: "return or refund",
}


def order_reason(code: int | None) -> str:
    """Say why an order was not fulfilled; empty without a reason."""
    return "" if code is None else _ORDER_REASONS.get(code, f"reason {code}")
