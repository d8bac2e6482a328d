"""Listings with same-day delivery: an opportunity, from which no points follow."""

from sellervitals import plugin as sdk
from sellervitals_shopee.judging.period import judge
from sellervitals_shopee.remedies.delivery_options import STEPS
from sellervitals_shopee.sources import cite

RULE = sdk.Rule(
    id="shopee.sdd-listing-rate",
    title="Share of listings with same-day delivery",
    why="Listings with it reach buyers who want their goods sooner, and missing the target brings no points.",
    metric="sdd_listing_rate",
    severity=sdk.Severity.LOW,
    programme="Same-day delivery",
    evaluate=judge,
    steps=STEPS,
    references=cite("account-health"),
    since="0.1",
)
