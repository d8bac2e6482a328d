"""Preparation time: from payment to handover."""

from sellervitals import plugin as sdk
from sellervitals_shopee.judging.period import judge
from sellervitals_shopee.limits.example import example
from sellervitals_shopee.remedies.late_dispatch import STEPS
from sellervitals_shopee.sources import cite

RULE = sdk.Rule(
    id="shopee.preparation-time",
    title="Preparation time",
    why="Slow preparation makes orders late, though no points are known to follow from it alone.",
    metric="preparation_time",
    severity=sdk.Severity.LOW,
    evaluate=judge,
    limits=(example(must_be="below", fail="2"),),
    steps=STEPS,
    references=cite("account-health"),
    since="0.1",
)
