"""Item not as described: eBay's rating of a category against the seller's peers."""

from sellervitals import plugin as sdk
from sellervitals_ebay.calendar import SERVICE_EVALUATION
from sellervitals_ebay.fees import VERY_HIGH_FEE
from sellervitals_ebay.judging.standards import judge_word
from sellervitals_ebay.ratings import words
from sellervitals_ebay.remedies.returns import CAUSES
from sellervitals_ebay.sources import cite

RULE = sdk.Rule(
    id="ebay.item-not-as-described",
    title="Item not as described",
    why="Rated Very High, sales in the category can carry an extra final value fee.",
    metric="inad_rating",
    severity=sdk.Severity.MEDIUM,
    words=words("Sales in the category can carry an extra final value fee."),
    evaluate=judge_word,
    calendar=(SERVICE_EVALUATION,),
    figures=(VERY_HIGH_FEE,),
    causes=CAUSES,
    steps=(
        sdk.step(
            "read-reasons", "low", "operations", channel="Seller Hub > Service metrics", keep="the report"
        )("Download the report of the category and list its returns by reason and by item."),
        sdk.step("inspect-top-items", "high", "operations")(
            "Inspect and pack better the few items that most of the returns are about."
        ),
        sdk.step("end-the-worst", "medium", "catalog")(
            "Put right or end listings that come back more than twice as often as the peers' average."
        ),
        sdk.step("solve-before-request", "low", "operations")(
            "Answer complaints by message at once and offer a part refund where it is fair: every opened"
            " request counts, solved or not."
        ),
    ),
    references=cite("service-metrics", "service-metrics-fee", "service-rating"),
    since="0.1",
)
