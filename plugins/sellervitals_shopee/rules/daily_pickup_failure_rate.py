"""Pickup failure rate of the newest listed day: a detail of the pickup failure rate, which counts it."""

from sellervitals import plugin as sdk
from sellervitals_shopee.limits.example import example
from sellervitals_shopee.remedies.pickups import STEPS
from sellervitals_shopee.sources import cite

RULE = sdk.Rule(
    id="shopee.daily-pickup-failure-rate",
    title="Pickup failure rate of a day",
    why="A day above the target is a violation, and violations bring penalty points.",
    metric="daily_pickup_failure_rate",
    severity=sdk.Severity.LOW,
    limits=(example(must_be="below", fail=sdk.percent("49.9")),),
    steps=STEPS,
    references=cite("account-health"),
    since="0.1",
)
