"""What stands where in Data Kiosk's seller analytics, and which days Amazon's limits are about."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

TYPE = "amazon.data-kiosk-seller-analytics"
DATASET, VIEW = "analytics_sellerAnalytics_2025_03_31", "sellerAnalyticsView"
GROUP = "accountHealth"

MONTH = range(28, 32)
"""Days of a calendar month; what Amazon enforces over 30 days is judged over a month too."""


class RateField(NamedTuple):
    """Where a rate and its counts stand.

    ``defects`` counts bad events; with ``good`` the metric counts the others, so that they are taken from
    ``total``. ``days`` are the lengths of window that a limit is about, ``segment`` the metric's name for
    them; figures over other days are kept as history in segments of their own, ``apart`` or such as ``7d``.
    """

    metric: str
    rate: str | None
    defects: str
    total: str | None
    good: bool = False
    days: range = range(0)
    segment: str | None = None
    apart: str | None = None
    parts: Mapping[str, str] = MappingProxyType({})

    def place(self, days: int) -> tuple[str | None, bool]:
        """The segment for a window of so many days, and whether a limit is about it."""
        if days in self.days:
            return self.segment, True
        return self.apart or ("30d" if days in MONTH else f"{days}d"), False


RATES = (
    RateField(
        metric="order_defect_rate",
        rate="accountHealthOrderDefectRate",
        defects="accountHealthTotalOrderDefects",
        total="accountHealthOrderCount",
        apart="all",  # both channels together, while Amazon judges each of them over 60 days
        parts=MappingProxyType(
            {
                "accountHealthNegativeFeedbackOrderCount": "negative feedback",
                "accountHealthAtozClaimOrderCount": "A-to-z claims",
                "accountHealthChargebackClaimOrderCount": "chargebacks",
            }
        ),
    ),
    RateField(
        metric="late_shipment_rate",
        rate="accountHealthLateShipmentRate",
        defects="accountHealthLateShipmentOrderCount",
        total=None,
        days=MONTH,
        segment="30d",
    ),
    RateField(
        metric="cancellation_rate",
        rate="accountHealthPreFulfillmentCancelRate",
        defects="accountHealthPreFulfillmentCancelOrderCount",
        total=None,
        days=range(7, 8),
    ),
    RateField(
        metric="valid_tracking_rate",
        rate="accountHealthValidTrackingRate",
        defects="accountHealthValidTrackingDefectPackageCount",
        total="accountHealthPackageCount",
        good=True,
        days=MONTH,
    ),
    RateField(
        metric="unit_on_time_delivery_rate",
        rate="accountHealthOnTimeDeliveryRate",
        defects="accountHealthOnTimeDeliveryDefectPackageUnits",
        total="accountHealthPackageUnits",
        good=True,
        days=range(14, 15),
    ),
    RateField(
        metric="on_time_delivery_rate",
        rate=None,
        defects="accountHealthOnTimeDeliveryDefectPackageCount",
        total="accountHealthPackageCount",
        good=True,
        days=MONTH,
    ),
)

SCORE = "accountHealthRatingScore"
ORDERS = "accountHealthOrderCount"
SNAPSHOTS = MappingProxyType(
    {
        "inbound_defect_types": "regionDistinctCountDefectTypeT120Days",
        "inbound_defect_units_resolved": "regionResolvedDefectsUnitT120Days",
    }
)
"""Counts as of the query: every period repeats the same one, so they have no history."""
UNIT_UNKNOWN = frozenset(
    {
        "regionIncorrectLabelDefectRateT120Days",
        "regionLabelMissingDefectRateT120Days",
        "regionInaccurateProductDefectRateT120Days",
        "regionUnexpectedProductDefectRateT120Days",
        "regionOtherDefectsProductRelatedDefectRateT120Days",
    }
)
"""Rates without counts: nothing can show whether they are ratios or in percent."""
_SHARES = frozenset(
    {
        "accountHealthNegativeFeedbackRate",
        "accountHealthAtozGuaranteeClaimRate",
        "accountHealthChargebackClaimRate",
    }
)
"""Rates of the parts, which their counts say already."""

METRICS = (
    "account_health_rating",
    "orders_180_days",
    *(each.metric for each in RATES),
    *SNAPSHOTS,
)
"""Everything that the dataset can bring, in the order of the answer."""

KEYS = frozenset(
    {SCORE, ORDERS, *SNAPSHOTS.values(), *UNIT_UNKNOWN, *_SHARES}
    | {key for each in RATES for key in (each.rate, each.defects, each.total, *each.parts) if key}
)
"""Every key that the group is known to have."""
