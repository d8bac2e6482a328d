"""Restricted product policy violations: the item may not be sold, or needs an approval."""

from sellervitals import plugin as sdk
from sellervitals_amazon.judging.violations import NOTHING_OPEN, repeats
from sellervitals_amazon.remedies.restricted_products import CAUSES
from sellervitals_amazon.sources import cite

RULE = sdk.Rule(
    id="amazon.restricted-product-violations",
    title="Restricted product violations",
    why="Amazon removes the listing and takes points; repeats within 180 days put the account at risk.",
    metric="restricted_product_violations",
    severity=sdk.Severity.HIGH,
    limits=(NOTHING_OPEN,),
    figures=(repeats(value="2"),),
    steps=(
        sdk.step("remove-offer", "low", "catalog", days=0)(
            "Remove the offer at once, on every listing named."
        ),
        sdk.step("read-policy", "low", "compliance", channel="Account Health > Restricted products")(
            "Read the policy that the reason column links."
        ),
        sdk.step("scan-catalogue", "medium", "catalog", keep="list of what was found and changed")(
            "Look through the catalogue for like items and forbidden claims."
        ),
        sdk.step(
            "approval-or-appeal",
            "high",
            "compliance",
            keep="approval, certificates, invoices, corrected text",
        )("Apply for the approval, or appeal with the corrected text where the flag is wrong."),
        sdk.step("train", "medium", "management")("Train whoever lists products in what may not be sold."),
    ),
    causes=CAUSES,
    references=cite("report", "violations", "violation-repeats", "appeal"),
    since="0.1",
)
