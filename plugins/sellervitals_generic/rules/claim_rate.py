"""Claim rate: orders that a buyer opened a claim about."""

from sellervitals import plugin as sdk
from sellervitals_generic.profiles import profiled
from sellervitals_generic.remedies.returns_claims import STEPS

RULE = sdk.Rule(
    id="generic.claim-rate",
    title="Claim rate",
    why="Claims cost ranking and badges first, and the right to sell when they last.",
    metric="claim_rate",
    severity=sdk.Severity.HIGH,
    steps=STEPS,
    **profiled("claim_rate"),
    since="0.1",
)
