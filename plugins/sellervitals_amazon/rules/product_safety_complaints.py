"""Product safety customer complaints: buyers report a hazard."""

from sellervitals import plugin as sdk
from sellervitals_amazon.judging.violations import NOTHING_OPEN
from sellervitals_amazon.sources import cite

RULE = sdk.Rule(
    id="amazon.product-safety-complaints",
    title="Product safety complaints",
    why="Each open one costs points; unanswered for 7 days, its case is closed and the item stays down.",
    metric="product_safety_complaints",
    severity=sdk.Severity.HIGH,
    limits=(NOTHING_OPEN,),
    steps=(
        sdk.step("stop-sale", "low", "catalog", days=0)("Stop the sale of the item everywhere."),
        sdk.step("answer", "medium", "compliance", channel="the case of the safety notice", days=0)(
            "Answer at once: 7 days after Amazon's first contact the case is closed and the item stays down."
        ),
        sdk.step("test-reports", "high", "compliance", keep="laboratory report, certificates, safety sheet")(
            "Get an accepted laboratory's test report, the maker's statement and the safety data sheet; for"
            " children's products also the Children's Product Certificate."
        ),
        sdk.step("six-sides", "low", "operations", keep="photos of all six sides and labels")(
            "Photograph all six sides of product and package, with every label legible."
        ),
        sdk.step("recall", "high", "operations", keep="letter of compliance on the maker's letterhead")(
            "Where the maker recalls it, remove every unit and work with the maker."
        ),
        sdk.step("changes-since", "low", "compliance")(
            "Tell Amazon what was changed in the item since its last test."
        ),
    ),
    references=cite("report", "violations", "safety"),
    since="0.1",
)
