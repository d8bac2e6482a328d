"""The service metrics: what buyers asked for, by category or shipping region, against the seller's peers."""

from __future__ import annotations

from sellervitals import plugin as sdk
from sellervitals_ebay.segments import FORECAST

RATIO, LOWER = sdk.Unit.RATIO, sdk.Better.LOWER
PEERS = "peer average"
"""The share under which the rate of the seller's peers is shown."""

REASONS = (
    "ARRIVED_DAMAGED",
    "DEFECTIVE_ITEM",
    "MISSING_PARTS",
    "NOT_AS_DESCRIBED",
    "WRONG_ITEM",
)
"""Why buyers send back what is not as described, in eBay's words."""

METRICS = (
    sdk.Metric(
        id="inad_rating",
        title="Item not as described",
        description="eBay's rating of a listing category against the seller's peers: LOW is best.",
        unit=sdk.Unit.STATE,
        better=LOWER,
        segment_variants=FORECAST,
        parts=REASONS,
        numerator="returns as not as described",
    ),
    sdk.Metric(
        id="inad_rate",
        title="Rate of returns as not as described",
        description="Returns opened as not as described by transactions, per listing category; every request"
        " counts, resolved or not.",
        unit=RATIO,
        better=LOWER,
        segment_variants=FORECAST,
        parts=REASONS,
        numerator="returns as not as described",
        denominator="transactions",
    ),
    sdk.Metric(
        id="inr_rating",
        title="Item not received",
        description="eBay's rating of a shipping region against the seller's peers: LOW is best.",
        unit=sdk.Unit.STATE,
        better=LOWER,
        segment_variants=FORECAST,
        numerator="requests for items not received",
    ),
    sdk.Metric(
        id="inr_rate",
        title="Rate of items not received",
        description="Requests for items not received by transactions, per shipping region.",
        unit=RATIO,
        better=LOWER,
        segment_variants=FORECAST,
        numerator="requests for items not received",
        denominator="transactions",
    ),
)
