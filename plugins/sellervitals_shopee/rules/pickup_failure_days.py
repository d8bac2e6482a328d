"""Violations by failed pickups: what Shopee counts of the pickup failure rate, which counts it."""

from sellervitals import plugin as sdk
from sellervitals_shopee.judging.period import judge
from sellervitals_shopee.remedies.pickups import STEPS
from sellervitals_shopee.sources import cite

RULE = sdk.Rule(
    id="shopee.pickup-failure-days",
    title="Violations by failed pickups",
    why="They bring penalty points of a type of their own.",
    metric="pickup_failure_days",
    severity=sdk.Severity.MEDIUM,
    evaluate=judge,
    steps=STEPS,
    references=cite("account-health"),
    since="0.1",
)
