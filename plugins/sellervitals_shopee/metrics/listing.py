"""What is wrong with listings, and what they could offer."""

from __future__ import annotations

from sellervitals import plugin as sdk
from sellervitals_shopee.codes.cases import LISTING_REASONS

RATIO, COUNT, LOWER, HIGHER = sdk.Unit.RATIO, sdk.Unit.COUNT, sdk.Better.LOWER, sdk.Better.HIGHER
SEVERE = ("prohibited", "counterfeit", "spam")
"""Kinds of severe violations."""


def _offering(ident: str, title: str, says: str) -> sdk.Metric:
    """Describe the share of listings with a way of delivery."""
    return sdk.Metric(
        id=ident,
        title=title,
        description=f"{says} An opportunity: no penalty points follow from it.",
        unit=RATIO,
        better=HIGHER,
        numerator="listings with the option",
        denominator="live listings",
    )


METRICS = (
    sdk.Metric(
        id="severe_listing_violations",
        title="Severe listing violations",
        description="Listings removed as prohibited, counterfeit or spam.",
        unit=COUNT,
        better=LOWER,
        parts=SEVERE,
    ),
    sdk.Metric(
        id="severe_violations_by_kind",
        title="Severe listing violations of a kind",
        description="The severe violations of one kind.",
        unit=COUNT,
        better=LOWER,
        segments=SEVERE,
    ),
    sdk.Metric(
        id="other_listing_violations",
        title="Other listing violations",
        description="Listings with other faults, such as images or missing information.",
        unit=COUNT,
        better=LOWER,
    ),
    sdk.Metric(
        id="poor_quality_products",
        title="Products of poor quality",
        description="Listings with a record of poor quality.",
        unit=COUNT,
        better=LOWER,
    ),
    sdk.Metric(
        id="pre_order_listing_rate",
        title="Share of pre-order listings",
        description="The share of pre-order listings among live listings.",
        unit=RATIO,
        better=LOWER,
        numerator="pre-order listings",
        denominator="live listings",
    ),
    sdk.Metric(
        id="pre_order_violation_days",
        title="Days with too many pre-order listings",
        description="Days on which the share of pre-order listings was above its target.",
        unit=COUNT,
        better=LOWER,
    ),
    _offering(
        "sdd_listing_rate", "Share of listings with same-day delivery", "The share with same-day delivery."
    ),
    _offering(
        "ndd_listing_rate", "Share of listings with next-day delivery", "The share with next-day delivery."
    ),
    _offering("hd_listing_rate", "Share of listings with HD delivery", "The share with Shopee's option HD."),
    _offering(
        "hd_free_shipping_rate",
        "Share of listings with free HD delivery",
        "The share with free shipping under Shopee's option HD.",
    ),
    sdk.Metric(
        id="listings_with_issues",
        title="Listings with issues",
        description="Listings that Shopee asks to put right, by reason.",
        unit=COUNT,
        better=LOWER,
        parts=tuple(LISTING_REASONS.values()),
    ),
)
