"""The Pro Seller programme: the tier, and the criteria that it is made of."""

from __future__ import annotations

from functools import partial

from sellervitals import plugin as sdk

RATIO, HIGHER, LOWER = sdk.Unit.RATIO, sdk.Better.HIGHER, sdk.Better.LOWER
_LONGER = (
    "The performance standard covers 30 days; the Pro Seller criterion covers 90, and is worked out anew only"
    " on the 5th and the 20th."
)
_REFRESHED = (
    "The performance standard is new every day; the Pro Seller criterion only on the 5th and the 20th."
)

_quarterly = partial(sdk.Metric, unit=RATIO, window_days=90, rolling=True)
_score = partial(sdk.Metric, unit=sdk.Unit.POINTS, better=HIGHER, highest=100)

METRICS = (
    sdk.Metric(
        id="pro_seller_tier",
        title="Pro Seller tier",
        description="Walmart's own word for the tier that the seller holds: Pro Seller, Advanced or Rising.",
        unit=sdk.Unit.STATE,
        better=LOWER,
    ),
    sdk.Metric(
        id="pro_seller_eligible_tier",
        title="Pro Seller tier, by the criteria of today",
        description="Walmart's own word for the tier that the seller would get now.",
        unit=sdk.Unit.STATE,
        better=LOWER,
    ),
    sdk.Metric(
        id="pro_seller_next_refresh",
        title="Next refresh of the Pro Seller tier",
        description="The day, as 2026-12-05, on which Walmart works the tier out anew.",
        unit=sdk.Unit.STATE,
        better=LOWER,
    ),
    _quarterly(
        id="pro_seller_on_time_delivery_rate",
        title="Pro Seller: on-time delivery rate",
        description="Orders of 90 days delivered by the expected date.",
        better=HIGHER,
        numerator="orders delivered on time",
        variants={"on_time_delivery_rate": _LONGER},
    ),
    _quarterly(
        id="pro_seller_cancellation_rate",
        title="Pro Seller: cancellation rate",
        description="Orders of 90 days that the seller cancelled.",
        better=LOWER,
        numerator="cancelled orders",
        variants={"cancellation_rate": _LONGER},
    ),
    sdk.Metric(
        id="pro_seller_response_rate",
        title="Pro Seller: seller response rate",
        description="Buyers' questions of 30 days that were answered within 48 hours.",
        unit=RATIO,
        better=HIGHER,
        window_days=30,
        rolling=True,
        numerator="questions answered in time",
        denominator="questions",
        variants={"seller_response_rate": _REFRESHED},
    ),
    sdk.Metric(
        id="pro_seller_delivery_speed",
        title="Pro Seller: delivery speed",
        description="The share of items that promise delivery within three days; Walmart's shippingScore.",
        unit=RATIO,
        better=HIGHER,
        numerator="items delivered within three days",
        denominator="items",
    ),
    _score(
        id="pro_seller_content_score",
        title="Pro Seller: content score",
        description="Walmart's score for the content of the listings.",
    ),
    _score(
        id="pro_seller_price_score",
        title="Pro Seller: price score",
        description="Walmart's score for competitive prices; its priceMbScore.",
    ),
    sdk.Metric(
        id="pro_seller_orders",
        title="Pro Seller: orders in 90 days",
        unit=sdk.Unit.COUNT,
        better=HIGHER,
        window_days=90,
    ),
    sdk.Metric(
        id="pro_seller_active_days",
        title="Pro Seller: active days",
        description="Days since the account has been active.",
        unit=sdk.Unit.DAYS,
        better=HIGHER,
    ),
)
