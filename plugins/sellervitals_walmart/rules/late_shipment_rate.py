"""Late shipment rate: orders shipped after the expected ship date, over 30 days; a coming standard."""

from sellervitals import plugin as sdk
from sellervitals_walmart.remedies.deliveries import BY_CAUSE_OF_SHIPMENT
from sellervitals_walmart.sources import cite
from sellervitals_walmart.standards import KEEP_PROOF, SPLIT, UNKNOWN_START

RULE = sdk.Rule(
    id="walmart.late-shipment-rate",
    title="Late shipment rate",
    why="Walmart shows it to sellers as a coming standard; late shipments already cost on-time delivery.",
    metric="late_shipment_rate",
    severity=sdk.Severity.MEDIUM,
    minimum_sample=20,  # fewer orders cannot bear a single late one
    limits=(
        SPLIT(
            must_be="at_most",
            fail=sdk.percent("5"),
            warn=sdk.percent("4"),
            trust="suggested",
            note=f"{UNKNOWN_START} a seller saw it in May 2026, named as coming; no page of Walmart has it.",
        ),
    ),
    causes=BY_CAUSE_OF_SHIPMENT,
    steps=(
        KEEP_PROOF,
        sdk.step("ship-overdue", "medium", "operations", channel="Order Management", days=0)(
            "Ship what is overdue today, the oldest first."
        ),
        sdk.step("earlier-cut-off", "low", "management", channel="Seller Center > Shipping Profile")(
            "Move the order cut-off to an hour that leaves time to pack and hand over the same day."
        ),
        sdk.step("scan-proof", "low", "operations", keep="scan of every hand-over")(
            "Take a scan or manifest at every hand-over, as proof of the day."
        ),
        sdk.step("peak-capacity", "medium", "management")(
            "Plan packing hands for the days with most orders, or raise the lag time before them."
        ),
    ),
    references=cite("dashboard", "new-endpoints"),
    since="0.1",
)
