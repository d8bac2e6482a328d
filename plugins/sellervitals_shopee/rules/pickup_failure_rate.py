"""Pickup failure rate: pickups that failed on the day they were booked for."""

from sellervitals import plugin as sdk
from sellervitals_shopee.judging.period import judge
from sellervitals_shopee.limits.example import example
from sellervitals_shopee.remedies.pickups import STEPS
from sellervitals_shopee.sources import cite

RULE = sdk.Rule(
    id="shopee.pickup-failure-rate",
    title="Pickup failure rate",
    why="Days above the target are violations, which bring penalty points.",
    metric="pickup_failure_rate",
    severity=sdk.Severity.MEDIUM,
    evaluate=judge,
    limits=(example(must_be="below", fail=sdk.percent("49.9")),),
    steps=STEPS,
    references=cite("account-health"),
    since="0.1",
)
