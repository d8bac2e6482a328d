"""Counterfeit rate: items that were found to be counterfeit, or to infringe somebody's rights."""

from sellervitals import plugin as sdk
from sellervitals_generic.profiles import profiled
from sellervitals_generic.remedies.listing_violation import STEPS

RULE = sdk.Rule(
    id="generic.counterfeit-rate",
    title="Counterfeit rate",
    why="Counterfeit items end accounts, and the money of what was sold may be withheld.",
    metric="counterfeit_rate",
    severity=sdk.Severity.CRITICAL,
    steps=STEPS,
    **profiled("counterfeit_rate"),
    since="0.1",
)
