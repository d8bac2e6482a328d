"""Listings with next-day delivery: an opportunity, from which no points follow."""

from sellervitals import plugin as sdk
from sellervitals_shopee.judging.period import judge
from sellervitals_shopee.remedies.delivery_options import STEPS
from sellervitals_shopee.sources import cite

RULE = sdk.Rule(
    id="shopee.ndd-listing-rate",
    title="Share of listings with next-day delivery",
    why="Listings with it reach buyers who want their goods sooner, and missing the target brings no points.",
    metric="ndd_listing_rate",
    severity=sdk.Severity.LOW,
    programme="Next-day listings",
    evaluate=judge,
    steps=STEPS,
    references=cite("account-health"),
    since="0.1",
)
