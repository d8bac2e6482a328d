"""Listings with issues: what Shopee asks to put right, by reason; their violations count elsewhere."""

from sellervitals import plugin as sdk
from sellervitals_shopee.limits.nothing_open import NOTHING_OPEN
from sellervitals_shopee.remedies.listing_violations import CAUSES, STEPS
from sellervitals_shopee.sources import cite

RULE = sdk.Rule(
    id="shopee.listings-with-issues",
    title="Listings with issues",
    why="Listings that are not put right count as violations, and those bring penalty points.",
    metric="listings_with_issues",
    severity=sdk.Severity.MEDIUM,
    limits=(NOTHING_OPEN,),
    causes=CAUSES,
    steps=STEPS,
    references=cite("account-health"),
    since="0.1",
)
