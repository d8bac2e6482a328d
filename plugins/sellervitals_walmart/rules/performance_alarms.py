"""Performance alarms: open orders that Walmart warns about, before they count as late or cancelled."""

from sellervitals import plugin as sdk
from sellervitals_walmart.sources import cite

RULE = sdk.Rule(
    id="walmart.performance-alarms",
    title="Orders with an alarm",
    why="Orders named in an alarm count as late or are cancelled by Walmart unless they are dealt with now.",
    metric="orders_with_alarm",
    programme="Performance webhook",
    severity=sdk.Severity.MEDIUM,
    limits=(
        sdk.limit(
            "2025-09-10",
            announced="2025-09-10",
            must_be="at_most",
            fail="0",
            trust="suggested",
            source="alarms",
            note="An alarm breaks no standard. Its first day is not published; the sample is of that day.",
        ),
    ),
    steps=(
        sdk.step("ship-named-orders", "medium", "operations", channel="Order Management", days=0)(
            "Ship the named orders today and confirm them with a valid tracking number, the oldest first."
        ),
        sdk.step("get-scans", "low", "operations", days=1, keep="the carrier's answer")(
            "Ask the carrier about named parcels that have left but were not scanned."
        ),
        sdk.step("tell-buyers", "low", "customer_service", days=1)(
            "Write to the buyers whose order cannot make it, and agree with them before Walmart cancels."
        ),
        sdk.step("find-the-cause", "medium", "operations", days=2)(
            "See what the named orders share: warehouse, carrier, item or hour."
        ),
    ),
    references=cite("alarms", "auto-cancel"),
    since="0.1",
)
