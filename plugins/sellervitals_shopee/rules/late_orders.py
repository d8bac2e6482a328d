"""Orders past their ship-by date that are still not shipped: urgent work, and late shipments to come."""

from sellervitals import plugin as sdk
from sellervitals_shopee.limits.nothing_open import NOTHING_OPEN
from sellervitals_shopee.remedies.late_dispatch import STEPS
from sellervitals_shopee.sources import cite

RULE = sdk.Rule(
    id="shopee.late-orders",
    title="Orders past their ship-by date",
    why="Each of them makes the late shipment rate worse once it ships, and the non-fulfilment rate if it"
    " does not.",
    metric="late_orders",
    severity=sdk.Severity.HIGH,
    limits=(NOTHING_OPEN,),
    steps=STEPS,
    references=cite("account-health"),
    since="0.1",
)
