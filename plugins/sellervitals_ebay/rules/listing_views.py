"""Listing views: whole weeks beside the weeks before; eBay sets no standard."""

from sellervitals import plugin as sdk
from sellervitals_ebay.judging.views import judge
from sellervitals_ebay.sources import cite

RULE = sdk.Rule(
    id="ebay.listing-views",
    title="Listing views",
    why="Fewer views come before fewer sales, and may be the first sign of a lower place in the search.",
    metric="listing_views",
    severity=sdk.Severity.LOW,
    evaluate=judge,
    steps=(
        sdk.step("where-from", "low", "management", channel="Seller Hub > Performance > Traffic")(
            "Look which source fell: search, store, other pages of eBay, or links from outside."
        ),
        sdk.step("what-ended", "low", "catalog")(
            "Look which listings ended or ran out of stock in these weeks, and bring the good ones back."
        ),
        sdk.step("check-the-level", "low", "operations", channel="Seller Hub > Performance")(
            "Look at the seller level and at policy notices: both move listings down in the search."
        ),
        sdk.step("same-weeks-last-year", "low", "management")(
            "Compare with the same weeks of last year before you change anything: seasons fall too."
        ),
    ),
    references=cite("analytics-schema"),
    since="0.1",
)
