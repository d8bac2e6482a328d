"""On-time delivery rate in the variant DD: delivered by the promised date."""

from sellervitals import plugin as sdk
from sellervitals_shopee.judging.period import judge
from sellervitals_shopee.remedies.late_dispatch import STEPS
from sellervitals_shopee.sources import cite

RULE = sdk.Rule(
    id="shopee.on-time-delivery-rate-dd",
    title="On-time delivery rate, DD",
    why="Shopee counts it among the shop's fulfilment metrics, with a target of its own.",
    metric="on_time_delivery_rate_dd",
    severity=sdk.Severity.MEDIUM,
    programme="On-time delivery",
    evaluate=judge,
    steps=STEPS,
    references=cite("account-health"),
    since="0.1",
)
