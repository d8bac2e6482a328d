"""Walmart's performance summaries: the metric and keys of each, and what tells it from others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from sellervitals import plugin as sdk

ACCOUNTABLE_DRIVERS, OTHER_DRIVERS, INFRACTIONS = (
    "sellerAccountableDrivers",
    "nonAccountableDrivers",
    "infractionDrivers",
)
"""Where drivers stand: what the seller is accountable for, what not, and what deviates from the settings."""


class Endpoint(NamedTuple):
    """One summary.

    ``path`` is its place under ``/v3/insights/performance``. ``days`` is the window that Walmart judges.
    ``drivers_are_good`` says that its drivers are rates of good events, not shares of the bad ones.
    ``recommends`` is the key of a rate that Walmart recommends, where it sets no standard; ``trust`` how far
    the standard in the document is enforced. ``marks`` are keys that no other summary has.
    """

    path: str
    metric: str
    better: sdk.Better
    rate: str = "cumulativeRate"
    days: int = 30
    drivers_are_good: bool = False
    recommends: str = ""
    trust: sdk.Trust = sdk.Trust.OFFICIAL
    marks: frozenset[str] = frozenset()


LOWER, HIGHER = sdk.Better.LOWER, sdk.Better.HIGHER
ACCOUNTABLE = "sellerAccountableRate"

RETURNS = Endpoint("returns", "return_rate", LOWER, days=60, marks=frozenset({"conditionType"}))
REFUNDS = Endpoint("refunds", "refund_rate", LOWER, marks=frozenset({"undeliveredRate"}))
NOT_RECEIVED = Endpoint("itemNotReceived", "item_not_received_rate", LOWER, days=60)
FEEDBACK = Endpoint(
    "negativeFeedback",
    "negative_feedback_rate",
    LOWER,
    days=60,
    marks=frozenset(
        {
            "assemblyInstrRate",
            "carrierRate",
            "itemSizeComfortRate",
            "productQualityRate",
            "packagingRate",
            "pricingFeedbackRate",
            "incorrectItemRate",
            "invalidTrackingRate",
            "lateRate",
            "missingItemRate",
            "itemNotAsDescRate",
            "responseQualityRate",
            "returnRate",
            "otherRate",
            "wfsRate",
            "swwRate",
        }
    ),
)
CARRIER_METHOD = Endpoint(
    "sss/cma",
    "sss_carrier_method_accuracy",
    HIGHER,
    rate="cumulativeAccuracy",
    drivers_are_good=True,
    recommends="recommendedAccuracy",
)
SHIP_FROM = CARRIER_METHOD._replace(path="sss/sfla", metric="sss_ship_from_accuracy")

ENDPOINTS = (
    Endpoint(
        "otd",
        "on_time_delivery_rate",
        HIGHER,
        rate=ACCOUNTABLE,
        marks=frozenset(
            {
                "overallTrend",
                "carrierEDDLaterThanEDDRate",
                "carrierMethodMismatchRate",
                "shipLocationMismatchRate",
                "carrierDelaysRate",
                "weatherDelaysRate",
                "carrierExceptionRate",
            }
        ),
    ),
    Endpoint(
        "vtr",
        "valid_tracking_rate",
        HIGHER,
        marks=frozenset(
            {
                "misleadingTrackingRate",
                "nonIntegratedCarrierRate",
                "invalidTrackingIdRate",
                "invalidTrackingUrlRate",
            }
        ),
    ),
    Endpoint(
        "cancellations",
        "cancellation_rate",
        LOWER,
        marks=frozenset(
            {
                "outOfStockRate",
                "pricingErrorRate",
                "incMrkdAddNotSvcbleRate",
                "shipWindowExpRate",
                "customerReqRate",
                "customerFraudRate",
            }
        ),
    ),
    Endpoint(
        "srr",
        "seller_response_rate",
        HIGHER,
        drivers_are_good=True,
        marks=frozenset({"feedbackRate", "itemIssueRate", "returnsRefundsRate", "trackOrderRate"}),
    ),
    RETURNS,
    NOT_RECEIVED,
    FEEDBACK,
    Endpoint(
        "lateShipment",
        "late_shipment_rate",
        LOWER,
        rate=ACCOUNTABLE,
        trust=sdk.Trust.SUGGESTED,  # shown to sellers as a coming standard
        marks=frozenset({"overallRateTrend", "missingOrInvalidRate", "weatherDelayRate"}),
    ),
    REFUNDS,
    Endpoint(
        "sss/ots",
        "sss_on_time_shipment_rate",
        HIGHER,
        recommends="recommendedRate",
        marks=frozenset({"recommendedRate", "markedAsShippedLateRate"}),
    ),
    CARRIER_METHOD,
    SHIP_FROM,
)

BY_PATH: Mapping[str, Endpoint] = {each.path: each for each in ENDPOINTS}
METRICS = tuple(each.metric for each in ENDPOINTS)

_DRIVERS = (ACCOUNTABLE_DRIVERS, OTHER_DRIVERS, INFRACTIONS)
_OLD_NAMES = frozenset({"standard", "riskLevel"})
_REFUND_DRIVERS = frozenset({"arrivedLateRate", "defectiveRate", "damagedRate"})
_CARRIERS = re.compile(
    r"(FEDEX|UPS|USPS|DHL|ONTRAC|LASERSHIP|LSO|SPEEDEE|PUROLATOR|CANADA ?POST)\b", re.IGNORECASE
)
_PLACES = re.compile(
    r"\b(WAREHOUSE|WHSE?|DC|FC|3PL|NODE|DEPOT|LOCATION|STORE|SITE|(FULFILL?MENT|DISTRIBUTION) CENT(ER|RE))\b",
    re.IGNORECASE,
)


def told_by(payload: Mapping[str, Any]) -> Endpoint | None:
    """Tell by its keys alone which summary a response is; None where they fit none, or several."""
    drivers = [payload[name] for name in _DRIVERS if isinstance(payload.get(name), dict)]
    keys = frozenset(payload).union(*drivers)
    found = {each for each in ENDPOINTS if each.marks & keys}
    if not found:
        found = set(_by_drivers(payload, keys))
    return found.pop() if len(found) == 1 else None


def _by_drivers(payload: Mapping[str, Any], keys: frozenset[str]) -> Iterable[Endpoint]:
    """Tell summaries without a key of their own: refunds have the drivers of returns and of lost orders.

    A refund summary carries the old names of standard and risk level, the newer ones never do.
    """
    if "lostRate" in keys and "cumulativeRate" in payload:
        if keys & _REFUND_DRIVERS:
            yield REFUNDS
        elif not keys & _OLD_NAMES:
            yield NOT_RECEIVED
    named = payload.get(INFRACTIONS)
    if "cumulativeAccuracy" in payload and isinstance(named, dict) and named:
        if all(_CARRIERS.match(key) for key in named):
            yield CARRIER_METHOD
        elif all(_PLACES.search(key) for key in named):
            yield SHIP_FROM


_WHOLE = frozenset({"ALL", "ALLMETHODS", "ALLSHIPPINGMETHODS", "ALLCONDITIONS"})
_PARTS = {"TWODAY": "TWO_DAY", "ONEDAY": "ONE_DAY", "NEW": "NEW", "RESOLD": "RESOLD"}


def part_of(word: str | None) -> str | None:
    """Name the part of the orders that a shipping method or a condition stands for; None for all of them."""
    if word is None or sdk.folded(word) in _WHOLE:
        return None
    return _PARTS.get(sdk.folded(word), word)
