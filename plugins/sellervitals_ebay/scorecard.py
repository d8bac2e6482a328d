"""What the eBay score is made of: weight by rule id.

The seller level decides on visibility, fees and funds, so it and what alone can end in Below Standard make up
most of it. Late shipments can in some programs, tracking and volume only cost the badge. Service metrics cost
money in a category or slow down a region. Counts repeat their rates, peers are no standard, and traffic has
none: they report without counting.
"""

from sellervitals import plugin as sdk

SCORECARD = sdk.Scorecard(
    version="ebay-2026.1",
    weights={
        "ebay.seller-level": 30,
        "ebay.transaction-defect-rate": 22,
        "ebay.cases-closed-without-resolution": 18,
        "ebay.late-shipment-rate": 8,
        "ebay.tracking-uploaded-on-time": 5,
        "ebay.item-not-as-described": 7,
        "ebay.item-not-received": 5,
        "ebay.transactions": 2,
        "ebay.sales": 2,
        "ebay.days-on-site": 1,
        "ebay.transaction-defect-count": 0,
        "ebay.cases-closed-without-resolution-count": 0,
        "ebay.item-not-as-described-rate": 0,
        "ebay.item-not-received-rate": 0,
        "ebay.listing-views": 0,
        "ebay.click-through-rate": 0,
        "ebay.sales-conversion": 0,
        "ebay.report-consistency": 0,
    },
)
