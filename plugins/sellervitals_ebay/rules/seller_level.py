"""Seller level: eBay's own word for the account in one program, in force and as a forecast."""

from sellervitals import plugin as sdk
from sellervitals_ebay.calendar import EVALUATION
from sellervitals_ebay.fees import BELOW_STANDARD_FEE
from sellervitals_ebay.judging.standards import judge_word
from sellervitals_ebay.sources import cite

RULE = sdk.Rule(
    id="ebay.seller-level",
    title="Seller level",
    why="Below Standard costs search placement, holds funds, limits selling, can add a fee from the 1st"
    " of the month after the evaluation, and ends in restriction when it lasts.",
    metric="seller_level",
    severity=sdk.Severity.CRITICAL,
    words=(
        sdk.word("TOP_RATED", "pass", says="Badge, fee discount and help in the search are in force."),
        sdk.word("ABOVE_STANDARD", "pass", says="eBay's minimum is met; the extras of Top Rated are not."),
        sdk.word(
            "BELOW_STANDARD",
            "fail",
            severity="critical",
            says="Offers stand lower in the search, funds may be held, selling may be limited, and where"
            " eBay charges it sales carry an extra final value fee from the 1st of the next month.",
        ),
    ),
    evaluate=judge_word,
    calendar=(EVALUATION,),
    figures=(BELOW_STANDARD_FEE,),
    steps=(
        sdk.step("find-the-metric", "low", "operations", channel="Seller Hub > Performance", days=0)(
            "Open the dashboard of this program and find the metric that holds the level down: the worst"
            " decides."
        ),
        sdk.step("solve-open-cases", "medium", "operations", channel="Resolution Center", days=0)(
            "Answer every open request today and settle it before eBay steps in: a case that eBay decides"
            " counts twice, as a defect and as a case."
        ),
        sdk.step("stop-cancelling", "low", "catalog")(
            "Take offline what may be out of stock, so that no more sale has to be cancelled."
        ),
        sdk.step("plan-the-cash", "medium", "management")(
            "Plan for held funds and the extra fee from the 1st of the next month, while the level is at"
            " risk."
        ),
        sdk.step("watch-the-forecast", "low", "operations", channel="Seller Hub > Performance")(
            "Read the projected level every week: it shows on each day what the 20th will bring."
        ),
    ),
    references=cite(
        "standards", "standards-level", "standards-us", "below-standard-fee", "below-standard-fee-later"
    ),
    since="0.1",
)
