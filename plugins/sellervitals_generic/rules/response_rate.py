"""Response rate: buyers' messages answered in time; mostly within 24 hours."""

from sellervitals import plugin as sdk
from sellervitals_generic.profiles import profiled
from sellervitals_generic.remedies.response_time import STEPS

RULE = sdk.Rule(
    id="generic.response-rate",
    title="Response rate",
    why="Marketplaces rank sellers who answer late lower and withhold badges from them.",
    metric="response_rate",
    severity=sdk.Severity.MEDIUM,
    steps=STEPS,
    **profiled("response_rate"),
    since="0.1",
)
