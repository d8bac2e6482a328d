"""Cancellation rate: orders that the seller cancelled or let expire, over 30 days."""

from sellervitals import plugin as sdk
from sellervitals_walmart.remedies.cancellations import BY_CAUSE
from sellervitals_walmart.sources import cite
from sellervitals_walmart.standards import CANADA, KEEP_PROOF, OLDER, TODAY

RULE = sdk.Rule(
    id="walmart.cancellation-rate",
    title="Cancellation rate",
    why="Above the standard Walmart may take seller-fulfilled listings down and suspend the account.",
    metric="cancellation_rate",
    severity=sdk.Severity.HIGH,
    minimum_sample=50,  # fewer orders cannot bear a single cancellation
    limits=(
        OLDER(must_be="below", fail=sdk.percent("2"), warn=sdk.percent("1.5")),
        TODAY(must_be="at_most", fail=sdk.percent("2"), warn=sdk.percent("1.5")),
        CANADA(must_be="below", fail=sdk.percent("3"), warn=sdk.percent("2")),
    ),
    causes=BY_CAUSE,
    steps=(
        KEEP_PROOF,
        sdk.step("read-drivers", "low", "operations", channel="Seller Center > Performance", days=1)(
            "Look up the cancelled orders by driver: out of stock, price error, address, ship window."
        ),
        sdk.step("close-doubtful-stock", "low", "catalog", days=0)(
            "Set the inventory of every item to zero that cannot be shipped today."
        ),
        sdk.step("acknowledge-and-ship", "medium", "operations", channel="Order Management", days=0)(
            "Acknowledge all open orders and ship the oldest first, so that none is cancelled automatically."
        ),
        sdk.step("one-stock", "high", "engineering")(
            "Connect all sales channels to one stock, so that the last unit is sold once."
        ),
    ),
    references=cite("standards", "standards-older", "standards-canada", "auto-cancel"),
    since="0.1",
)
