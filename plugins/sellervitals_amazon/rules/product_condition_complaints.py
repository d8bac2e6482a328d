"""Product condition customer complaints: sold as new, arrived used, damaged or defective."""

from sellervitals import plugin as sdk
from sellervitals_amazon.judging.violations import NOTHING_OPEN
from sellervitals_amazon.sources import cite

RULE = sdk.Rule(
    id="amazon.product-condition-complaints",
    title="Product condition complaints",
    why="Each open one costs Account Health points; used goods sold as new close listings and accounts.",
    metric="product_condition_complaints",
    severity=sdk.Severity.HIGH,
    limits=(NOTHING_OPEN,),
    steps=(
        sdk.step("read-complaints", "low", "customer_service", channel="Account Health > Product condition")(
            "Read the complaints and returns of each ASIN and name the shared cause."
        ),
        sdk.step("inspect-stock", "medium", "operations", keep="inspection record with photos")(
            "Inspect the stock or have it removed, and never sell a return as new."
        ),
        sdk.step("better-packing", "medium", "operations", keep="photos of the packing")(
            "Pack better, so that the item survives the journey."
        ),
        sdk.step("right-condition", "low", "catalog")(
            "State the right condition in every offer of the item."
        ),
        sdk.step("talk-to-supplier", "medium", "purchasing", keep="invoices")(
            "Take the defects to the supplier and agree on a remedy."
        ),
    ),
    references=cite("report", "violations", "appeal"),
    since="0.1",
)
