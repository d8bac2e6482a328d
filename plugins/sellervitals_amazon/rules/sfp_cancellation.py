"""Seller Fulfilled Prime, cancellation: Prime orders that the seller cancelled."""

from sellervitals import plugin as sdk
from sellervitals_amazon.programmes.prime import EUROPE, JAPAN, PRIME, SAVE_DASHBOARD, US_2021
from sellervitals_amazon.sources import cite

RULE = sdk.Rule(
    id="amazon.sfp-cancellation",
    title="Seller Fulfilled Prime: cancellation",
    why="Above the line Amazon takes the Prime badge off, which has been reported to last 30 days.",
    metric="sfp_cancellation_rate",
    programme=PRIME,
    severity=sdk.Severity.MEDIUM,
    minimum_sample=200,  # fewer orders cannot bear a single cancellation
    limits=(
        US_2021(
            until=None,
            must_be="at_most",
            fail=sdk.percent("0.5"),
            note="Still the figure that third parties give. Its first day is not published; the table starts"
            " with 2021.",
        ),
        EUROPE(must_be="at_most", fail=sdk.percent("0.5")),
        JAPAN(
            must_be="at_most",
            fail=sdk.percent("1"),
            note="Over 7 days; 1 % itself is read as allowed. Its first day is not published; the page is of"
            " 2021.",
        ),
    ),
    steps=(
        SAVE_DASHBOARD,
        sdk.step("pause-doubtful", "low", "catalog", channel="Shipping Settings", days=0)(
            "Switch Prime off for every SKU whose stock is in doubt."
        ),
        sdk.step("count-stock", "medium", "operations")(
            "Count the stock of those SKUs and correct what the system holds."
        ),
        sdk.step("buffer", "high", "engineering")(
            "Keep stock for Prime apart, or a buffer of a few units, in every channel that sells it."
        ),
        sdk.step("buyers-wish", "low", "customer_service", keep="the buyer's message")(
            "Where the buyer wants out, let the buyer cancel or give that reason."
        ),
    ),
    references=cite("prime-us-2021", "prime-europe", "prime-japan"),
    since="0.1",
)
