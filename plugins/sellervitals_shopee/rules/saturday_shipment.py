"""Saturday shipment: parcels handed over on Saturdays."""

from sellervitals import plugin as sdk
from sellervitals_shopee.judging.period import judge
from sellervitals_shopee.remedies.late_dispatch import STEPS
from sellervitals_shopee.sources import cite

RULE = sdk.Rule(
    id="shopee.saturday-shipment",
    title="Saturday shipment",
    why="Saturday counts as a working day in most regions, and what waits until Monday may be late.",
    metric="saturday_shipment",
    severity=sdk.Severity.LOW,
    programme="Saturday shipment",
    evaluate=judge,
    steps=STEPS,
    references=cite("account-health", "fast-handover"),
    since="0.1",
)
