"""Where the figures and the advice come from: every source once, cited by its key."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from sellervitals import plugin as sdk

_API = "https://developer.ebay.com/api-docs/sell/analytics/types"
_SCHEMA = (
    "https://github.com/hendt/ebay-api/blob/af51f9fdd8c77ea45d40c68014d23749800566ed/specs/"
    "sell_analytics_v1_oas3.json"
)

SOURCES: Mapping[str, sdk.Reference] = MappingProxyType(
    {
        "analytics-schema": sdk.Reference("eBay: schema of the Sell Analytics API 1.3.2 (copy)", _SCHEMA),
        "appeal": sdk.Reference("eBay: appeal a defect (export.ebay.com; help page 4871)"),
        "below-standard-fee": sdk.Reference(
            "eBay's surcharge for Below Standard sellers (ChannelX, April 2018)",
            "https://channelx.world/2018/04/ebay-start-imposing-4-surcharges-for-below-standard-sellers",
        ),
        "below-standard-fee-later": sdk.Reference(
            "The extra fee of 6 % (SitNSell help)",
            "https://help.sitnsell.com/article/214-ebay-performance-the-6-extra-fee",
        ),
        "service-metrics": sdk.Reference(
            "eBay: service metrics policy (Australia)",
            "https://www.ebay.com.au/help/policies/selling-policies/service-metrics-policy?id=4769",
        ),
        "service-metrics-fee": sdk.Reference(
            "Questions on eBay's service metrics and their fee (ChannelX, September 2018)",
            "https://channelx.world/2018/09/ebay-answer-your-questions-regarding-ebay-service-metrics",
        ),
        "service-rating": sdk.Reference("eBay: service metric ratings", f"{_API}/api:RatingTypeEnum"),
        "standards": sdk.Reference(
            "eBay: how we measure seller standards (Australia)",
            "https://sellercentre.ebay.com.au/how-we-measure-seller-standards",
        ),
        "standards-australia": sdk.Reference(
            "eBay: minimum standards with the limits of late shipments (Australia, global program)",
            "https://sellercentre.ebay.com.au/node/758",
        ),
        "standards-global": sdk.Reference("eBay: global seller performance standards (help, PH, MY and IE)"),
        "standards-india": sdk.Reference(
            "eBay: seller standards, global program (help for India, query 1472)"
        ),
        "standards-level": sdk.Reference("eBay: seller levels in the API", f"{_API}/ssp:StandardsLevelEnum"),
        "standards-metric": sdk.Reference("eBay: metrics of a standards profile", f"{_API}/ssp:Metric"),
        "standards-profile": sdk.Reference("eBay: standards profiles", f"{_API}/ssp:StandardsProfile"),
        "standards-uk-2018": sdk.Reference("UK seller standards of 2018 (Tamebay, February 2018)"),
        "standards-us": sdk.Reference(
            "eBay: seller standards policy, help page 4347 (as read in August 2026)"
        ),
    }
)


def cite(*keys: str) -> dict[str, sdk.Reference]:
    """Pick sources by key; KeyError names one that is not listed."""
    return {key: SOURCES[key] for key in keys}
