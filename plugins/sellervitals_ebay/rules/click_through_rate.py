"""Click-through rate: views from the search by impressions there; eBay sets no standard."""

from sellervitals import plugin as sdk
from sellervitals_ebay.judging.trend import judge
from sellervitals_ebay.sources import cite

RULE = sdk.Rule(
    id="ebay.click-through-rate",
    title="Click-through rate",
    why="Listings that buyers see and pass by sink in the search; eBay sets no standard.",
    metric="click_through_rate",
    severity=sdk.Severity.LOW,
    evaluate=judge,
    steps=(
        sdk.step("look-at-the-search", "low", "catalog")(
            "Look at the weakest listings in the search beside their neighbours: photo, title, price,"
            " shipping."
        ),
        sdk.step("better-first-photo", "medium", "catalog")(
            "Give them a first photo on a plain ground that shows the item alone and large."
        ),
        sdk.step("words-of-buyers", "low", "catalog")(
            "Put the words that buyers search for into title and item specifics, and take out the others."
        ),
        sdk.step("change-one-thing", "low", "management")(
            "Change one thing at a time and compare two weeks before with two weeks after."
        ),
    ),
    references=cite("analytics-schema"),
    since="0.1",
)
