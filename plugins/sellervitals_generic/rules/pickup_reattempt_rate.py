"""Pick-up re-attempt rate: pick-ups that the carrier had to try again."""

from sellervitals import plugin as sdk
from sellervitals_generic.profiles import profiled
from sellervitals_generic.remedies.pickup_failure import STEPS

RULE = sdk.Rule(
    id="generic.pickup-reattempt-rate",
    title="Pick-up re-attempt rate",
    why="Pick-ups that fail make shipments late, and the marketplace counts them on their own.",
    metric="pickup_reattempt_rate",
    severity=sdk.Severity.MEDIUM,
    steps=STEPS,
    **profiled("pickup_reattempt_rate"),
    since="0.1",
)
