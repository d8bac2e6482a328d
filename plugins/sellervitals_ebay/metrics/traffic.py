"""How buyers find the listings: counts as eBay reports them, and the two rates that they give."""

from __future__ import annotations

from types import MappingProxyType

from sellervitals import plugin as sdk

LISTINGS = "listings"
"""The segment of a report on chosen listings, which is not the whole account."""

VIEWS = "LISTING_VIEWS_TOTAL"
"""The column whose fall is worth a look."""

COUNTS = MappingProxyType(
    {
        "TOTAL_IMPRESSION_TOTAL": ("total_impressions", "All impressions"),
        "LISTING_IMPRESSION_TOTAL": ("listing_impressions", "Impressions on eBay"),
        "LISTING_IMPRESSION_SEARCH_RESULTS_PAGE": ("search_impressions", "Impressions in the search"),
        "LISTING_IMPRESSION_STORE": ("store_impressions", "Impressions in the store"),
        VIEWS: ("listing_views", "Listing views"),
        "LISTING_VIEWS_SOURCE_DIRECT": ("views_direct", "Views by direct links"),
        "LISTING_VIEWS_SOURCE_OFF_EBAY": ("views_off_ebay", "Views from outside eBay"),
        "LISTING_VIEWS_SOURCE_OTHER_EBAY": ("views_other_ebay", "Views from other pages of eBay"),
        "LISTING_VIEWS_SOURCE_SEARCH_RESULTS_PAGE": ("views_from_search", "Views from the search"),
        "LISTING_VIEWS_SOURCE_STORE": ("views_from_store", "Views from the store"),
        "TRANSACTION": ("traffic_transactions", "Transactions of the traffic report"),
    }
)
"""The report's column, our metric and its title."""

RATES = MappingProxyType(
    {
        "click_through_rate": (
            "LISTING_VIEWS_SOURCE_SEARCH_RESULTS_PAGE",
            "LISTING_IMPRESSION_SEARCH_RESULTS_PAGE",
        ),
        "sales_conversion_rate": ("TRANSACTION", VIEWS),
    }
)
"""What each rate is worked out of, for eBay's own rates were seen on two scales."""

REPORTED = MappingProxyType(
    {"click_through_rate": "CLICK_THROUGH_RATE", "sales_conversion_rate": "SALES_CONVERSION_RATE"}
)
"""The columns with eBay's own rates."""

METRICS = (
    *(
        sdk.Metric(
            id=ident,
            title=title,
            unit=sdk.Unit.COUNT,
            better=sdk.Better.HIGHER,
            segments=(LISTINGS,),
        )
        for ident, title in COUNTS.values()
    ),
    sdk.Metric(
        id="click_through_rate",
        title="Click-through rate",
        description="Views from the search by impressions in the search. eBay sets no standard.",
        unit=sdk.Unit.RATIO,
        better=sdk.Better.HIGHER,
        segments=(LISTINGS,),
        numerator="views from the search",
        denominator="impressions in the search",
    ),
    sdk.Metric(
        id="sales_conversion_rate",
        title="Sales conversion rate",
        description="Transactions by listing views. eBay sets no standard.",
        unit=sdk.Unit.RATIO,
        better=sdk.Better.HIGHER,
        segments=(LISTINGS,),
        numerator="transactions",
        denominator="listing views",
        bounded=False,  # one view may sell several times
    ),
)
