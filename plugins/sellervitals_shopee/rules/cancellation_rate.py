"""Cancellation rate: the cancelled part of the non-fulfilment rate, which counts it."""

from sellervitals import plugin as sdk
from sellervitals_shopee.judging.period import judge
from sellervitals_shopee.limits.example import example
from sellervitals_shopee.remedies.cancellations import STEPS
from sellervitals_shopee.sources import cite

RULE = sdk.Rule(
    id="shopee.cancellation-rate",
    title="Cancellation rate",
    why="It is part of the non-fulfilment rate, whose target brings penalty points.",
    metric="cancellation_rate",
    severity=sdk.Severity.MEDIUM,
    evaluate=judge,
    limits=(example(must_be="below", fail=sdk.percent("5")),),
    steps=STEPS,
    references=cite("account-health"),
    since="0.1",
)
