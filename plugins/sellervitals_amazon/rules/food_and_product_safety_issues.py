"""Food and product safety issues: hazards, expiry, recalls and market withdrawals."""

from sellervitals import plugin as sdk
from sellervitals_amazon.judging.violations import NOTHING_OPEN
from sellervitals_amazon.remedies.product_safety import CAUSES
from sellervitals_amazon.sources import cite

RULE = sdk.Rule(
    id="amazon.food-and-product-safety-issues",
    title="Food and product safety issues",
    why="Amazon takes the item down and points with it, and can deactivate the account.",
    metric="food_and_product_safety_issues",
    severity=sdk.Severity.HIGH,
    limits=(NOTHING_OPEN,),
    steps=(
        sdk.step("stop-sale", "low", "catalog", days=0)("Stop the sale and block the stock of the lot."),
        sdk.step("answer", "medium", "compliance", channel="the case of the safety notice", days=0)(
            "Answer at once: 7 days after Amazon's first contact the case is closed and the item stays down."
        ),
        sdk.step("test-reports", "high", "compliance", keep="laboratory report, certificates, safety sheet")(
            "Get an accepted laboratory's test report, the maker's statement and the safety data sheet; for"
            " children's products also the Children's Product Certificate."
        ),
        sdk.step("six-sides", "low", "operations", keep="photos of all six sides and labels")(
            "Photograph all six sides with every label, lot number and expiry date legible."
        ),
        sdk.step("recall", "high", "operations", keep="letter of compliance on the maker's letterhead")(
            "Where it is a recall or a market withdrawal, remove every unit and work with the maker."
        ),
        sdk.step("changes-since", "low", "compliance")(
            "Tell Amazon what was changed in the item since its last test."
        ),
    ),
    causes=CAUSES,
    references=cite("report", "violations", "safety"),
    since="0.1",
)
