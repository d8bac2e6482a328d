"""Return rate: orders that were sent back."""

from sellervitals import plugin as sdk
from sellervitals_generic.profiles import profiled
from sellervitals_generic.remedies.returns_claims import STEPS

RULE = sdk.Rule(
    id="generic.return-rate",
    title="Return rate",
    why="Many returns cost money at once, and ranking where the marketplace compares sellers.",
    metric="return_rate",
    severity=sdk.Severity.MEDIUM,
    steps=STEPS,
    **profiled("return_rate"),
    since="0.1",
)
