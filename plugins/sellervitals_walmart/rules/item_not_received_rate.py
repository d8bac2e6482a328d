"""Item not received rate: orders that buyers reported as lost, over 60 days."""

from sellervitals import plugin as sdk
from sellervitals_walmart.remedies.goods import OF_LOST_ORDERS
from sellervitals_walmart.sources import cite
from sellervitals_walmart.standards import KEEP_PROOF, SPLIT

RULE = sdk.Rule(
    id="walmart.item-not-received-rate",
    title="Item not received rate",
    why="Above the standard Walmart may take seller-fulfilled listings down and suspend the account.",
    metric="item_not_received_rate",
    severity=sdk.Severity.HIGH,
    minimum_sample=50,  # fewer orders cannot bear a single lost one
    limits=(SPLIT(must_be="at_most", fail=sdk.percent("2"), warn=sdk.percent("1.5"), trust="suggested"),),
    causes=OF_LOST_ORDERS,
    steps=(
        KEEP_PROOF,
        sdk.step("group-lost", "low", "operations", channel="Seller Center > Performance", days=2)(
            "Group the lost orders by carrier, lane and value."
        ),
        sdk.step("send-again", "low", "customer_service", days=1, keep="the buyer's answer")(
            "Send lost orders again or refund them at once, before the buyer reports or reviews them."
        ),
        sdk.step("proof-of-delivery", "medium", "purchasing", keep="signatures or photos")(
            "Order signature or photo proof, and insurance, on lanes with valuable goods."
        ),
        sdk.step("leave-lossy-carrier", "high", "purchasing")(
            "Leave the carrier that loses more than the others on the same lanes."
        ),
    ),
    references=cite("dashboard", "new-endpoints", "standards"),
    since="0.1",
)
