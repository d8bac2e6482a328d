"""Severe listing violations: listings removed as prohibited, counterfeit or spam."""

from sellervitals import plugin as sdk
from sellervitals_shopee.judging.period import judge
from sellervitals_shopee.limits.example import example
from sellervitals_shopee.remedies.listing_violations import CAUSES, STEPS
from sellervitals_shopee.sources import cite

RULE = sdk.Rule(
    id="shopee.severe-listing-violations",
    title="Severe listing violations",
    why="Each one brings penalty points.",
    metric="severe_listing_violations",
    severity=sdk.Severity.CRITICAL,
    evaluate=judge,
    limits=(example(must_be="at_most", fail="0"),),
    causes=CAUSES,
    steps=STEPS,
    references=cite("account-health"),
    since="0.1",
)
