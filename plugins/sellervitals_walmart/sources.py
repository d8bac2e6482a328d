"""Where the figures and the advice come from: every source once, cited by its key."""

from __future__ import annotations

from collections.abc import Mapping

from sellervitals import plugin as sdk

_DEVELOPER = "https://developer.walmart.com"
_LEARN = "https://marketplacelearn.walmart.com/guides"

SOURCES: Mapping[str, sdk.Reference] = {
    "alarms": sdk.Reference(
        "Walmart: seller performance alarms, a webhook",
        f"{_DEVELOPER}/us-marketplace/docs/seller-performance-alarms",
    ),
    "api": sdk.Reference(
        "Walmart: Insights API 1.0, performance summaries", f"{_DEVELOPER}/us-marketplace/reference/getotd"
    ),
    "appeal": sdk.Reference("Guides to Walmart's business plan of action, by third parties"),
    "auto-cancel": sdk.Reference(
        "Walmart: purchase order lines that are cancelled automatically",
        f"{_DEVELOPER}/us-marketplace/docs/purchase-order-po-line-auto-canceled-event",
    ),
    "dashboard": sdk.Reference(
        "Notes of a seller on Walmart's dashboard and API (May 2026)",
        "https://github.com/kuzyvladimir-maker/ss-control-center",
    ),
    "endpoints": sdk.Reference(
        "Walmart: Seller Performance API endpoints, and the end of the refund metrics",
        f"{_DEVELOPER}/global-marketplace/docs/seller-performance-api-endpoints",
    ),
    "feedback": sdk.Reference("Walmart: negative feedback rate", f"{_LEARN}/negative-feedback-rate-overview"),
    "new-endpoints": sdk.Reference(
        "Walmart: new seller performance endpoints (24 September 2026)",
        f"{_DEVELOPER}/global-marketplace/page/new-seller-performance-endpoints",
    ),
    "pro-seller": sdk.Reference("Walmart: Pro Seller overview (December 2024 and a later copy)"),
    "pro-seller-canada": sdk.Reference("Walmart Canada: Pro Seller overview"),
    "standards": sdk.Reference(
        "Walmart: seller performance standards",
        f"{_LEARN}/Policies%20&%20standards/Performance/Seller-performance-standards",
    ),
    "standards-canada": sdk.Reference("Walmart Canada: seller performance standards (October 2024)"),
    "standards-older": sdk.Reference("Older copies of Walmart's seller performance standards (to mid 2025)"),
    "updates": sdk.Reference("Walmart: Seller Performance API updates (28 October 2025)"),
    "weekly": sdk.Reference(
        "Walmart: seller performance report, a webhook",
        f"{_DEVELOPER}/us-marketplace/docs/seller-performance-report",
    ),
}


def cite(*keys: str) -> dict[str, sdk.Reference]:
    """Pick sources by key; KeyError names one that is not listed."""
    return {key: SOURCES[key] for key in keys}
