"""Cancellation rate of next-day orders: part of their non-fulfilment rate, which counts it."""

from sellervitals import plugin as sdk
from sellervitals_shopee.judging.period import judge
from sellervitals_shopee.remedies.cancellations import STEPS
from sellervitals_shopee.sources import cite

RULE = sdk.Rule(
    id="shopee.cancellation-rate-ndd",
    title="Cancellation rate, next-day orders",
    why="It is part of the non-fulfilment rate of next-day orders.",
    metric="cancellation_rate_ndd",
    severity=sdk.Severity.LOW,
    programme="Next-day delivery",
    evaluate=judge,
    steps=STEPS,
    references=cite("account-health"),
    since="0.1",
)
