"""What the account itself is measured by: order defects, shipping rates, standing and violations."""

from __future__ import annotations

from sellervitals import plugin as sdk

RATIO, COUNT, STATE = sdk.Unit.RATIO, sdk.Unit.COUNT, sdk.Unit.STATE
LOWER, HIGHER = sdk.Better.LOWER, sdk.Better.HIGHER

HISTORY_DAYS = 180
"""How far policy violations and the Account Health Rating look back."""

PERIODS = {"1d": 1, "7d": 7, "30d": 30}
"""The segments under which Data Kiosk's figures over other days than Amazon's limit are kept."""

MOST_POINTS = 1000
"""The upper end of the Account Health Rating."""

RATES = (
    sdk.Metric(
        id="order_defect_rate",
        title="Order defect rate",
        description="Orders placed in the window with a negative feedback, an A-to-z claim that was not"
        " denied or a service chargeback; an order with two of them counts once.",
        unit=RATIO,
        better=LOWER,
        window_days=60,
        lag_days=14,
        rolling=True,
        segments=("mfn", "afn"),
        parts=("negative feedback", "A-to-z claims", "chargebacks"),
        numerator="orders with defects",
        denominator="orders",
    ),
    sdk.Metric(
        id="late_shipment_rate",
        title="Late shipment rate",
        description="Seller-fulfilled orders whose shipment was confirmed after the expected ship date.",
        unit=RATIO,
        better=LOWER,
        segment_days={"10d": 10, "30d": 30},
        segments=("10d", "30d"),
        numerator="late shipments",
        denominator="orders",
    ),
    sdk.Metric(
        id="cancellation_rate",
        title="Pre-fulfilment cancellation rate",
        description="Seller-fulfilled orders that the seller or Amazon cancelled before they were confirmed"
        " as shipped; cancellations that the buyer asked for through Amazon do not count.",
        unit=RATIO,
        better=LOWER,
        window_days=7,
        segment_days=PERIODS,
        numerator="cancelled orders",
        denominator="orders",
    ),
    sdk.Metric(
        id="valid_tracking_rate",
        title="Valid tracking rate",
        description="Seller-fulfilled packages with a valid tracking id and the carrier scans it needs.",
        unit=RATIO,
        better=HIGHER,
        window_days=30,
        segment_days=PERIODS,
        numerator="packages with valid tracking",
        denominator="packages",
    ),
    sdk.Metric(
        id="on_time_delivery_rate",
        title="On-time delivery rate (shipments)",
        description="Shipments with valid tracking that arrived by the promised date; the older figure beside"
        " the unit rate.",
        unit=RATIO,
        better=HIGHER,
        window_days=30,
        segment_days=PERIODS,
        numerator="shipments delivered on time",
        denominator="tracked shipments",
        variants={
            "unit_on_time_delivery_rate": "The shipment rate counts shipments of 30 days. The unit rate,"
            " which the dashboard shows and Amazon enforces, counts units of 14 days and leaves out Amazon's"
            " extensions of the promise."
        },
    ),
    sdk.Metric(
        id="unit_on_time_delivery_rate",
        title="Unit on-time delivery rate",
        description="Tracked seller-fulfilled units delivered by the seller's own date, without Amazon's"
        " extensions of the promise; the window ends 7 days ago.",
        unit=RATIO,
        better=HIGHER,
        window_days=14,
        lag_days=7,
        segment_days=PERIODS,
        numerator="units delivered on time",
        denominator="tracked units",
    ),
    sdk.Metric(
        id="business_hours_delivery_rate",
        title="Business-hours delivery rate",
        description="Deliveries to buyers of Amazon Business within business hours; no document brings it.",
        unit=RATIO,
        better=HIGHER,
        numerator="deliveries in business hours",
        denominator="deliveries to business buyers",
    ),
    sdk.Metric(
        id="invoice_defect_rate",
        title="Invoice defect rate",
        description="Orders of business buyers without an invoice by the end of the first business day after"
        " shipment; the window ends 7 days ago.",
        unit=RATIO,
        better=LOWER,
        window_days=7,
        lag_days=7,
        parts=("missing invoices", "late invoices"),
        numerator="orders with a missing or late invoice",
        denominator="orders of business buyers",
    ),
)

STANDING = (
    sdk.Metric(
        id="account_health_rating",
        title="Account Health Rating",
        description="0 to 1000 points out of policy violations and orders of the last 180 days.",
        unit=sdk.Unit.POINTS,
        better=HIGHER,
        window_days=HISTORY_DAYS,
        highest=MOST_POINTS,
    ),
    sdk.Metric(
        id="account_status",
        title="Account status",
        description="Amazon's word for the account: NORMAL, AT_RISK or DEACTIVATED; others have been seen.",
        unit=STATE,
        better=LOWER,
    ),
    sdk.Metric(
        id="warning_state",
        title="Warning state",
        description="Amazon's word for one kind of warning, which is the segment: spammingSellerMessaging.",
        unit=STATE,
        better=LOWER,
    ),
)

CATEGORIES = {
    "suspected_ip_violations": "Suspected intellectual property violations",
    "received_ip_complaints": "Received intellectual property complaints",
    "product_authenticity_complaints": "Product authenticity customer complaints",
    "product_condition_complaints": "Product condition customer complaints",
    "product_safety_complaints": "Product safety customer complaints",
    "food_and_product_safety_issues": "Food and product safety issues",
    "restricted_product_violations": "Restricted product policy violations",
    "listing_policy_violations": "Listing policy violations",
    "customer_product_reviews_violations": "Customer product reviews policy violations",
    "other_policy_violations": "Other policy violations",
    "document_requests": "Requests for compliance documents",
    "policy_violation_warnings": "Policy violation warnings",
}
"""The categories of policy violations in the performance report, as Seller Central writes them."""

KINDS = {
    "received_ip_complaints": ("counterfeit", "trademark", "copyright", "patent"),
    "food_and_product_safety_issues": ("recalls",),
    "restricted_product_violations": ("forbidden items", "items without approval"),
}
"""What a caller may tell apart; the report gives only the count. One complaint may be of several kinds."""

VIOLATIONS = tuple(
    sdk.Metric(
        id=ident,
        title=title,
        unit=COUNT,
        better=LOWER,
        window_days=HISTORY_DAYS,
        rolling=True,
        parts=KINDS.get(ident, ()),
        numerator="open ones",
    )
    for ident, title in CATEGORIES.items()
)

METRICS = (*RATES, *STANDING, *VIOLATIONS)
