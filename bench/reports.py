"""What the service is measured with: live reports of one store, no two alike, and the worst report."""

from __future__ import annotations

import json
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

ASSEMBLED = (
    Path(__file__).parent.parent
    / "tests/plugins/amazon/payloads/seller-performance.assembled-from-property-examples.json"
)
VARIANTS = 64
"""So many reports take turns: a cache must not answer what the service has to work out for each seller."""
_STORE = "ATVPDKIKX0DER"
_VIOLATIONS = (
    "suspectedIntellectualPropertyViolations",
    "receivedIntellectualPropertyComplaints",
    "productAuthenticityCustomerComplaints",
    "productConditionCustomerComplaints",
    "productSafetyCustomerComplaints",
    "foodAndProductSafetyIssues",
    "restrictedProductPolicyViolations",
    "listingPolicyViolations",
    "customerProductReviewsPolicyViolations",
    "otherPolicyViolations",
    "documentRequests",
)


def typical(number: int) -> dict[str, Any]:
    """Write the report of a sound seller with one or two open violations.

    Counts, rates, points, days and the violations' places follow from ``number``.
    """
    last = date(2026, 11, 9) - timedelta(days=number % 7)
    orders = 4_000 + 37 * number
    channel = {
        "orderCount": orders,
        "orderWithDefects": {"count": 9 + number % 5, "status": "GOOD"},
        "claims": {"count": 3 + number % 3, "status": "NONE"},
        "chargebacks": {"count": 1, "status": "NONE"},
        "negativeFeedback": {"count": 5 + number % 3, "status": "NONE"},
    }
    open_ = {_VIOLATIONS[number % 11]: 1, _VIOLATIONS[number * 5 % 11]: 1 + number % 2}
    store: dict[str, Any] = {
        "marketplaceId": _STORE,
        "accountHealthRating": {
            "ahrScore": 310 + number,
            "ahrStatus": "GREAT",
            "reportingDateRange": _days(last, 181),
        },
        "orderDefectRate": {
            "afn": _rate({**channel, "fulfillmentType": "afn"}, 9 + number % 5, orders, "0.01", last, 60),
            "mfn": _rate({**channel, "fulfillmentType": "mfn"}, 9 + number % 5, orders, "0.01", last, 60),
        },
        "lateShipmentRateList": [
            _rate({"lateShipmentCount": late, "orderCount": shipped}, late, shipped, "0.04", last, days)
            for days, late, shipped in (
                (10, 3 + number % 4, 350 + number),
                (30, 11 + number % 9, 1_050 + number),
            )
        ],
        "preFulfillmentCancellationRate": _rate(
            {"cancellationCount": 2, "orderCount": 250 + number}, 2, 250 + number, "0.025", last, 7
        ),
        "validTrackingRate": _rate(
            {"validTrackingCount": 990 + number, "shipmentCount": 1_000 + number},
            *(990 + number, 1_000 + number, "0.95", last, 30),
            condition="GREATER_THAN",
        ),
        "onTimeDeliveryRate": _rate(
            {"onTimeDeliveryCount": 970 + number, "shipmentCountWithValidTracking": 990 + number},
            *(970 + number, 990 + number, "0.97", last, 30),
            condition="GREATER_THAN",
        ),
        "unitOnTimeDeliveryRate": _rate(
            {"unitOnTimeDeliveryCount": 1_180 + number, "totalUnitCount": 1_220 + number},
            *(1_180 + number, 1_220 + number, "0.9", last, 14),
            condition="GREATER_THAN_OR_EQUAL",
        ),
        "invoiceDefectRate": _rate(
            {
                "orderCount": 400 + number,
                "invoiceDefect": {"count": 5, "status": "GOOD"},
                "missingInvoice": {"count": 3, "status": "NONE"},
                "lateInvoice": {"count": 2, "status": "NONE"},
            },
            *(5, 400 + number, "0.05", last, 7),
        ),
        "warningStates": [],
        "policyViolationWarnings": {"warningsCount": number % 3, "reportingDateRange": _days(last, 180)},
    }
    for name in _VIOLATIONS:
        found = open_.get(name, 0)
        store[name] = {
            "status": "BAD" if found else "GOOD",
            "targetValue": 0,
            "defectsCount": found,
            "targetCondition": "EQUALS",
            "reportingDateRange": _days(last, 180),
        }
    return {
        "accountStatuses": [{"marketplaceId": _STORE, "status": "NORMAL"}],
        "performanceMetrics": [store],
    }


def worst(number: int) -> dict[str, Any]:
    """Write Amazon's own examples of every field, for one store: nearly every rule fails."""
    report: dict[str, Any] = json.loads(ASSEMBLED.read_text(encoding="utf-8"), parse_float=Decimal)
    report = {
        key: [each for each in listed if each["marketplaceId"] == _STORE] for key, listed in report.items()
    }
    report["performanceMetrics"][0]["documentRequests"]["defectsCount"] += number
    return json.loads(json.dumps(report, default=float))  # type: ignore[no-any-return]


def _rate(  # noqa: PLR0917 - one line per rate, as a table
    counts: dict[str, Any],
    top: int,
    bottom: int,
    target: str,
    last: date,
    days: int,
    condition: str = "LESS_THAN",
) -> dict[str, Any]:
    good = (top < float(target) * bottom) == (condition == "LESS_THAN")
    return {
        "rate": top / bottom,
        "status": "GOOD" if good else "BAD",
        "targetValue": float(target),
        "targetCondition": condition,
        **counts,
        "reportingDateRange": _days(last, days),
    }


def _days(last: date, number: int) -> dict[str, str]:
    first = last - timedelta(days=number - 1)
    return {"reportingDateFrom": f"{first}T00:00:00Z", "reportingDateTo": f"{last}T23:59:59Z"}
