"""Negative customer experience rate: shown without a verdict, for Amazon publishes no line for it."""

from sellervitals import plugin as sdk
from sellervitals_amazon.sources import cite

RULE = sdk.Rule(
    id="amazon.negative-customer-experience-rate",
    title="Negative customer experience rate",
    why="It makes an offer's customer experience health, but against similar offers and by no public number.",
    metric="ncx_rate",
    severity=sdk.Severity.LOW,
    steps=(
        sdk.step("read-reasons", "low", "catalog", channel="Voice of the Customer")(
            "Find the reason that buyers name most often for the offer."
        ),
        sdk.step("mend-page", "medium", "catalog")(
            "Correct the page where buyers expected something else than they got."
        ),
        sdk.step("pull-bad-stock", "medium", "operations", keep="photos and counts of the sample")(
            "Check the stock where they speak of defects, and pull what is bad."
        ),
        sdk.step("type-in-word", "low", "operations", channel="Voice of the Customer")(
            "Report the offer's customer experience health as well: that word is what closes offers."
        ),
    ),
    references=cite("customer-experience"),
    since="0.1",
)
