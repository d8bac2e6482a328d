"""On-time delivery rate: the part of late orders that the seller is accountable for, over 30 days."""

from sellervitals import plugin as sdk
from sellervitals_walmart.remedies.deliveries import BY_CAUSE_OF_DELIVERY
from sellervitals_walmart.sources import cite
from sellervitals_walmart.standards import CANADA, KEEP_PROOF, OLDER, TODAY, UNKNOWN_START

RULE = sdk.Rule(
    id="walmart.on-time-delivery-rate",
    title="On-time delivery rate",
    why="Below the standard Walmart may take seller-fulfilled listings down and suspend the account.",
    metric="on_time_delivery_rate",
    severity=sdk.Severity.HIGH,
    minimum_sample=10,  # fewer orders cannot bear a single late one
    limits=(
        OLDER(until="2025-06-30", must_be="above", fail=sdk.percent("95"), warn=sdk.percent("97")),
        sdk.limit(
            "2025-07-01",
            announced="2025-07-01",
            until="2025-10-27",
            sites=("US",),
            trust="reported",
            source="standards-older",
            must_be="above",
            fail=sdk.percent("90"),
            warn=sdk.percent("92.5"),
            note=f"{UNKNOWN_START} it fell from 95 % in 2025, the table takes the middle of the year.",
        ),
        TODAY(must_be="at_least", fail=sdk.percent("90"), warn=sdk.percent("92.5")),
        CANADA(must_be="above", fail=sdk.percent("90"), warn=sdk.percent("92.5")),
    ),
    causes=BY_CAUSE_OF_DELIVERY,
    steps=(
        KEEP_PROOF,
        sdk.step("sort-by-lane", "low", "operations", channel="Seller Center > Performance", days=1)(
            "Sort the late orders by lane, carrier and driver, and begin with the largest group."
        ),
        sdk.step("promise-less", "low", "operations", channel="Seller Center > Shipping Profile")(
            "Promise only what was kept in the last 30 days: raise lag time or transit days on late lanes."
        ),
        sdk.step("weekend-pick-up", "medium", "purchasing")(
            "Use carriers that also pick up and deliver on weekends."
        ),
        sdk.step("nearer-stock", "high", "management")(
            "Serve slow regions from a nearer warehouse or through Walmart Fulfillment Services."
        ),
    ),
    references=cite("standards", "standards-older", "standards-canada", "updates"),
    since="0.1",
)
