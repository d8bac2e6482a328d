"""Product authenticity customer complaints: buyers doubt that the item is genuine."""

from sellervitals import plugin as sdk
from sellervitals_amazon.judging.violations import NOTHING_OPEN
from sellervitals_amazon.sources import cite

RULE = sdk.Rule(
    id="amazon.product-authenticity-complaints",
    title="Product authenticity complaints",
    why="Amazon asks for proof of the supply chain; without it the listing, later the account, is closed.",
    metric="product_authenticity_complaints",
    severity=sdk.Severity.HIGH,
    limits=(NOTHING_OPEN,),
    steps=(
        sdk.step(
            "collect-invoices", "medium", "purchasing", keep="supplier invoices, usually of the last 365 days"
        )("Collect the supplier's invoices for each ASIN; how old they may be stands in the notice."),
        sdk.step("cover-sales", "low", "purchasing", keep="count of units bought against units sold")(
            "Check that they cover what was sold and give the supplier's name, address and site and the"
            " quantities; alter nothing."
        ),
        sdk.step("reachable-supplier", "low", "purchasing", keep="authorisation, supply-chain description")(
            "Make sure that the supplier answers when Amazon asks, and get a letter of authorisation."
        ),
        sdk.step("inspect-stock", "medium", "operations", keep="inspection record with photos")(
            "Inspect the stock and the returns of the ASINs."
        ),
        sdk.step("correct-page", "low", "catalog", keep="the page before and after")(
            "Correct page errors that make a genuine item look wrong."
        ),
    ),
    references=cite("report", "violations", "appeal"),
    since="0.1",
)
