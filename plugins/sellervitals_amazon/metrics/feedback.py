"""What buyers say and get back: feedback, claims and refunds, by the day they were received."""

from __future__ import annotations

from sellervitals import plugin as sdk

RATIO, COUNT, LOWER = sdk.Unit.RATIO, sdk.Unit.COUNT, sdk.Better.LOWER

WINDOW_DAYS = 60
"""How far the order defect rate looks back."""

METRICS = (
    sdk.Metric(
        id="negative_feedback",
        title="Negative feedback",
        description="Ratings of 1 or 2 stars received in 60 days. The order defect rate goes by the day of"
        " the order instead, which no feedback report tells.",
        unit=COUNT,
        better=LOWER,
        window_days=WINDOW_DAYS,
    ),
    sdk.Metric(
        id="feedback_positive_share",
        title="Positive feedback",
        description="Ratings of 4 or 5 stars among all, by the day of the feedback; Amazon shows whole"
        " percents, and shows buyers the one of 12 months from 10 ratings on.",
        unit=RATIO,
        better=sdk.Better.HIGHER,
        segments=("30d", "90d", "365d", "lifetime"),
        segment_days={"30d": 30, "90d": 90, "365d": 365},
        numerator="ratings of 4 or 5 stars",
        denominator="ratings",
    ),
    sdk.Metric(
        id="received_negative_feedback_rate",
        title="Received negative feedback",
        description="Ratings of 1 or 2 stars among all received in the window, whenever their orders were"
        " placed.",
        unit=RATIO,
        better=LOWER,
        numerator="negative ratings",
        denominator="ratings received",
        variants={
            "order_defect_rate": "Received feedback goes by the day of the rating and is divided by all"
            " ratings. The order defect rate goes by the day of the order, counts claims and chargebacks too,"
            " and is divided by all orders."
        },
    ),
    sdk.Metric(
        id="claims_granted",
        title="A-to-z claims granted",
        description="Claims that Amazon granted in the window, whenever their orders were placed.",
        unit=COUNT,
        better=LOWER,
    ),
    sdk.Metric(
        id="refund_rate",
        title="Refund rate",
        description="Units refunded in the window by units ordered in it; refunds of older orders count, so"
        " it can exceed 100 %.",
        unit=RATIO,
        better=LOWER,
        bounded=False,
        numerator="units refunded",
        denominator="units ordered",
    ),
)
