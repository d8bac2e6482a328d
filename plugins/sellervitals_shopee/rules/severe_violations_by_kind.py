"""Severe listing violations of a kind: part of all severe violations, which count it."""

from sellervitals import plugin as sdk
from sellervitals_shopee.judging.period import judge
from sellervitals_shopee.limits.example import example
from sellervitals_shopee.remedies.listing_violations import STEPS
from sellervitals_shopee.sources import cite

RULE = sdk.Rule(
    id="shopee.severe-violations-by-kind",
    title="Severe listing violations by kind",
    why="It is part of the severe listing violations, each of which brings penalty points.",
    metric="severe_violations_by_kind",
    severity=sdk.Severity.HIGH,
    evaluate=judge,
    limits=(example(must_be="at_most", fail="0"),),
    steps=STEPS,
    references=cite("account-health"),
    since="0.1",
)
