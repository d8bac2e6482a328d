"""Dispute rate: orders that went to a dispute or to arbitration."""

from sellervitals import plugin as sdk
from sellervitals_generic.profiles import profiled
from sellervitals_generic.remedies.returns_claims import STEPS

RULE = sdk.Rule(
    id="generic.dispute-rate",
    title="Dispute rate",
    why="Disputes cost penalty points, and with enough of them the marketplace freezes the account.",
    metric="dispute_rate",
    severity=sdk.Severity.HIGH,
    steps=STEPS,
    **profiled("dispute_rate"),
    since="0.1",
)
