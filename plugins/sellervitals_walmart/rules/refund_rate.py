"""Refund rate: refunds for reasons the seller is accountable for, over 30 days; leaves in March 2027."""

from sellervitals import plugin as sdk
from sellervitals_walmart.remedies.goods import OF_REFUNDS
from sellervitals_walmart.sources import cite
from sellervitals_walmart.standards import CANADA, KEEP_PROOF, OLDER, TODAY

RULE = sdk.Rule(
    id="walmart.refund-rate",
    title="Refund rate",
    why="Above the standard listings may be taken down; on 27 March 2027 returns and lost orders replace it.",
    metric="refund_rate",
    severity=sdk.Severity.HIGH,
    minimum_sample=17,  # fewer orders cannot bear a single refund
    limits=(
        OLDER(must_be="below", fail=sdk.percent("6"), warn=sdk.percent("4.5")),
        TODAY(
            until="2027-03-26",
            must_be="at_most",
            fail=sdk.percent("6"),
            warn=sdk.percent("4.5"),
            source="endpoints",
            note="Walmart removes the metric on 27 March 2027.",
        ),
        CANADA(must_be="below", fail=sdk.percent("13"), warn=sdk.percent("10")),
    ),
    causes=OF_REFUNDS,
    steps=(
        KEEP_PROOF,
        sdk.step("rank-refunds", "low", "catalog", channel="Seller Center > Performance", days=2)(
            "Rank the items by refunded orders and read their reasons."
        ),
        sdk.step("pause-worst", "low", "catalog", channel="Seller Center > Catalog", days=2)(
            "Set the inventory of the item with the most refunds to zero until its cause is found."
        ),
        sdk.step("mend-content", "medium", "catalog")(
            "Correct the content of items that buyers did not get as described."
        ),
        sdk.step("fetch-successors", "low", "engineering", channel="Insights API")(
            "Fetch the summaries of returns and of items not received instead, well before 27 March 2027."
        ),
    ),
    references=cite("standards", "standards-older", "standards-canada", "endpoints"),
    since="0.1",
)
