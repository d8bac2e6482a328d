"""Late shipment rate of orders with next-day delivery."""

from sellervitals import plugin as sdk
from sellervitals_shopee.judging.period import judge
from sellervitals_shopee.remedies.late_dispatch import STEPS
from sellervitals_shopee.sources import cite

RULE = sdk.Rule(
    id="shopee.late-shipment-rate-ndd",
    title="Late shipment rate, next-day orders",
    why="Missing it brings penalty points of a type of its own.",
    metric="late_shipment_rate_ndd",
    severity=sdk.Severity.MEDIUM,
    programme="Next-day delivery",
    evaluate=judge,
    steps=STEPS,
    references=cite("account-health"),
    since="0.1",
)
