"""Walmart's performance standards; their parts are the drivers that the seller is accountable for."""

from __future__ import annotations

from functools import partial

from sellervitals import plugin as sdk

LOWER, HIGHER = sdk.Better.LOWER, sdk.Better.HIGHER
_SPLIT = (
    "The old refund rate takes returns and orders not received together, over 30 days; since September 2026"
    " each is a metric of its own, over 60 days."
)

_monthly = partial(sdk.Metric, unit=sdk.Unit.RATIO, window_days=30, rolling=True)
_two_months = partial(sdk.Metric, unit=sdk.Unit.RATIO, better=LOWER, window_days=60, rolling=True)

METRICS = (
    _monthly(
        id="cancellation_rate",
        title="Cancellation rate",
        description="Orders cancelled by the seller, or by Walmart because they were not shipped.",
        better=LOWER,
        numerator="cancelled orders",
        parts=("outOfStockRate", "pricingErrorRate", "incMrkdAddNotSvcbleRate", "shipWindowExpRate"),
    ),
    _monthly(
        id="on_time_delivery_rate",
        title="On-time delivery rate",
        description="Orders delivered by the expected date, but for what the seller is not accountable for."
        " The overall rate, which Walmart does not judge, is shown beside it.",
        better=HIGHER,
        numerator="orders delivered on time",
        parts=(
            "lateShipmentRate",
            "carrierEDDLaterThanEDDRate",
            "lateHandoverToCarrierRate",
            "noCarrierScanRate",
            "carrierMethodMismatchRate",
            "shipLocationMismatchRate",
            "carrierDelaysRate",
        ),
    ),
    _monthly(
        id="valid_tracking_rate",
        title="Valid tracking rate",
        description="Shipped orders with a valid tracking number and a carrier's scan.",
        better=HIGHER,
        numerator="orders with valid tracking",
        denominator="shipped orders",
        parts=(
            "misleadingTrackingRate",
            "nonIntegratedCarrierRate",
            "invalidTrackingIdRate",
            "invalidTrackingUrlRate",
            "noCarrierScanRate",
        ),
    ),
    _monthly(
        id="seller_response_rate",
        title="Seller response rate",
        description="Buyers' questions that were answered within 48 hours.",
        better=HIGHER,
        numerator="questions answered in time",
        denominator="questions",
    ),
    _two_months(
        id="return_rate",
        title="Return rate",
        description="Orders returned for a reason that the seller is accountable for.",
        numerator="returned orders",
        parts=("incorrectItemsRate", "arrivedLateRate", "defectiveRate", "damagedRate"),
    ),
    _two_months(
        id="item_not_received_rate",
        title="Item not received rate",
        description="Orders that buyers reported as lost or never received.",
        numerator="orders not received",
        parts=("incorrectItemsRate", "lostRate"),
    ),
    _two_months(
        id="negative_feedback_rate",
        title="Negative feedback rate",
        description="Orders with one or two stars for the item or the seller, the lower of both. Orders that"
        " Walmart fulfils count here, and only here.",
        numerator="orders with negative feedback",
        parts=(
            "productQualityRate",
            "lateRate",
            "lostRate",
            "damagedRate",
            "packagingRate",
            "defectiveRate",
            "itemNotAsDescRate",
            "itemSizeComfortRate",
            "assemblyInstrRate",
            "incorrectItemRate",
            "missingItemRate",
            "responseQualityRate",
        ),
    ),
    _monthly(
        id="late_shipment_rate",
        title="Late shipment rate",
        description="Orders shipped after the expected ship date, leaving out what the seller is not"
        " accountable for.",
        better=LOWER,
        numerator="late shipments",
        parts=("lateShipmentRate", "lateHandoverToCarrierRate", "missingOrInvalidRate"),
    ),
    _monthly(
        id="refund_rate",
        title="Refund rate",
        description="Refunds for a reason that the seller is accountable for. Walmart takes this metric away"
        " on 27 March 2027: returns and orders not received are then measured apart.",
        better=LOWER,
        numerator="refunded orders",
        parts=("incorrectItemsRate", "arrivedLateRate", "defectiveRate", "damagedRate", "lostRate"),
        variants={
            "return_rate": _SPLIT,
            "item_not_received_rate": _SPLIT,
        },
    ),
    sdk.Metric(
        id="risk_level",
        title="Risk level",
        description="Walmart's own word for one metric, which is the segment: GOOD, MONITOR or URGENT. Where"
        " it changes from MONITOR to URGENT is not published.",
        unit=sdk.Unit.STATE,
        better=LOWER,
    ),
    sdk.Metric(
        id="orders_with_alarm",
        title="Orders with an alarm",
        description="Open orders that Walmart's alarms name as about to be late or cancelled; the segment is"
        " the kind of alarm.",
        unit=sdk.Unit.COUNT,
        better=LOWER,
    ),
)
