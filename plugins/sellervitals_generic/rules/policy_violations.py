"""Policy violations: open violations of the marketplace's rules."""

from sellervitals import plugin as sdk
from sellervitals_generic.profiles import profiled
from sellervitals_generic.remedies.listing_violation import STEPS

RULE = sdk.Rule(
    id="generic.policy-violations",
    title="Policy violations",
    why="An open violation takes the listing down, and repeated ones end the account.",
    metric="policy_violations",
    severity=sdk.Severity.CRITICAL,
    steps=STEPS,
    **profiled("policy_violations"),
    since="0.1",
)
