"""Listing policy violations: variations, titles, images, condition and other detail-page rules."""

from sellervitals import plugin as sdk
from sellervitals_amazon.judging.violations import NOTHING_OPEN
from sellervitals_amazon.sources import cite

RULE = sdk.Rule(
    id="amazon.listing-policy-violations",
    title="Listing policy violations",
    why="Each open one costs Account Health points and can take the listing down.",
    metric="listing_policy_violations",
    severity=sdk.Severity.MEDIUM,
    limits=(NOTHING_OPEN,),
    steps=(
        sdk.step("fix-attribute", "low", "catalog", channel="Account Health > Listing policy violations")(
            "Fix the attribute that each violation names; deleting the listing does not clear it."
        ),
        sdk.step("undo-variations", "medium", "catalog")("Undo wrong variations and merged pages."),
        sdk.step("style-guide", "medium", "catalog", keep="screenshot of the corrected page, a note")(
            "Bring titles, images and condition notes in line with the style guide of the category."
        ),
        sdk.step("check-feeds", "medium", "engineering")(
            "Check the feeds and tools that write these fields, or they bring the fault back."
        ),
    ),
    references=cite("report", "violations", "rating-misconceptions"),
    since="0.1",
)
