"""The Pro Seller part of a response: the tiers, and every criterion with Walmart's verdict on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from sellervitals import plugin as sdk
from sellervitals_walmart import words

_ALL = Decimal(100)


def _percent(value: Decimal) -> sdk.Rate:
    return sdk.percent(value)


def _plain(value: Decimal) -> Decimal:
    return value


CRITERIA: Mapping[str, tuple[str, Callable[[Decimal], sdk.Rate | Decimal]]] = {
    "onTimeDeliveryRate": ("pro_seller_on_time_delivery_rate", _percent),
    "cancellationRate": ("pro_seller_cancellation_rate", _percent),
    "sellerResponseRate": ("pro_seller_response_rate", _percent),
    "shippingScore": ("pro_seller_delivery_speed", _percent),
    "contentScore": ("pro_seller_content_score", _plain),
    "priceMbScore": ("pro_seller_price_score", _plain),
    "orders": ("pro_seller_orders", _plain),
    "activeDays": ("pro_seller_active_days", _plain),
}
"""Metric, and how its number is written, by Walmart's name of the criterion."""

_COUNTED = frozenset({"orders", "activeDays"})
_TIERS = {"currentTier": "pro_seller_tier", "eligibleTier": "pro_seller_eligible_tier"}
METRICS = (*_TIERS.values(), "pro_seller_next_refresh", *(metric for metric, _ in CRITERIA.values()))


def seller(response: Any) -> str | None:
    """Give the partner's id that a response names."""
    payload = response.get("payload") if isinstance(response, dict) else None
    found = payload.get("partnerId") if isinstance(payload, dict) else None
    return found if isinstance(found, str) and found.isdecimal() else None


def measure(payload: sdk.Fields, document: str) -> Iterator[sdk.Measurement]:
    """Read the tiers and the criteria; a criterion without a number or a verdict is not mentioned."""
    payload.skip(
        "partnerId", "proSellerBadgeEnrolledDate", "isTierOverride", "tierOverride", "reasonCodes", "rewards"
    )
    numbers, verdicts = payload.object("criteriaMetadata"), payload.object("criteriaTier")
    for key, (metric, read) in CRITERIA.items():
        value = None if numbers is None else numbers.number(key)
        if numbers is not None and value is not None and value > _ALL and key not in _COUNTED:
            numbers.note("unreadable_value", f"{numbers.at(key)} was left out: above 100.", key)
            value = None
        word = None if verdicts is None else verdicts.word(key)
        if value is None and word is None:
            continue
        yield sdk.Measurement(
            metric,
            value=None if value is None else read(value),
            verdict=word,
            good=True if word and words.tier(word) is not None else None,
            document=document,
            pointer=(payload if numbers is None else numbers).at(key),
        )
    for key, metric in _TIERS.items():
        word = payload.word(key)
        if word is not None:
            yield sdk.Measurement(metric, value=word, document=document, pointer=payload.at(key))
    refresh = payload.day("nextRefreshDate")
    if refresh is not None:
        # No window of the tiers: they are of the day of the response, which it does not tell.
        yield sdk.Measurement(
            "pro_seller_next_refresh",
            value=refresh.isoformat(),
            document=document,
            pointer=payload.at("nextRefreshDate"),
        )
