"""Other listing violations: images, missing information and the like."""

from sellervitals import plugin as sdk
from sellervitals_shopee.judging.period import judge
from sellervitals_shopee.limits.example import example
from sellervitals_shopee.remedies.listing_violations import STEPS
from sellervitals_shopee.sources import cite

RULE = sdk.Rule(
    id="shopee.other-listing-violations",
    title="Other listing violations",
    why="Shopee counts them against the shop and asks for each to be put right.",
    metric="other_listing_violations",
    severity=sdk.Severity.MEDIUM,
    evaluate=judge,
    limits=(example(must_be="at_most", fail="0"),),
    steps=STEPS,
    references=cite("account-health"),
    since="0.1",
)
