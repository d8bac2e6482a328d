"""Product safety customer complaints: buyers report a hazard."""

from sellervitals import plugin as sdk
from sellervitals_amazon.sources import cite
from sellervitals_amazon.violations import NOTHING_OPEN

RULE = sdk.Rule(
    id="amazon.product-safety-complaints",
    title="Product safety complaints",
    why="Each open one costs points; unanswered for 7 days, its case is closed and the item stays down.",
    metric="product_safety_complaints",
    severity=sdk.Severity.HIGH,
    limits=(NOTHING_OPEN,),
    steps=(
        sdk.step("stop-sale", "low", "catalog", days=0)("Stop the sale of the item everywhere."),
        sdk.step("answer", "medium", "compliance", channel="the case of the safety notice", days=7)(
            "Answer within 7 days of Amazon's first contact, or the case is closed and the item stays down."
        ),
        sdk.step("test-reports", "high", "compliance", keep="test report of an accepted laboratory")(
            "Get the test report and a statement of the manufacturer."
        ),
        sdk.step("six-sides", "low", "operations", keep="photos of all six sides and labels")(
            "Photograph all six sides of product and package, with every label legible."
        ),
        sdk.step("changes-since", "low", "compliance")(
            "Say what was changed in the item since its last test."
        ),
    ),
    references=cite("report", "violations", "safety"),
    since="0.1",
)
