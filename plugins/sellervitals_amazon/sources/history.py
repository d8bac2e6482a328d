"""Sources on the account over time: points by orders, Assurance, Data Kiosk."""

from __future__ import annotations

from collections.abc import Mapping

from sellervitals import plugin as sdk

SOURCES: Mapping[str, sdk.Reference] = {
    "quiz": sdk.Reference(
        "Order defect rate: a copy of Amazon's help text",
        "https://hopted.com/integrations/amazon-sp-api/amazon-help-articles/seller-performance/order-defect-rate",
    ),
    "assurance-worldwide": sdk.Reference(
        "Account Health Assurance outside North America (2023)", "https://en.56ok.com/topic/detail-812977"
    ),
    "fixed-windows": sdk.Reference(
        "Amazon: each figure of the performance report has a fixed window",
        "https://github.com/amzn/selling-partner-api-models/issues/2165",
    ),
    "inbound-defects": sdk.Reference("A proposal of this project: no kind of inbound defect"),
    "rating-orders": sdk.Reference(
        "Account Health Rating: 4 points for 200 orders of 180 days",
        "https://sipranshecommgrowth.com/maintain-a-good-account-health-rating-during-the-holiday-season",
    ),
    "seller-analytics": sdk.Reference(
        "Amazon: Data Kiosk schema of seller analytics",
        "https://github.com/amzn/selling-partner-api-models/blob/main/schemas/data-kiosk/"
        "analytics_sellerAnalytics_2025_03_31.graphql",
    ),
}
