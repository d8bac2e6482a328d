"""What the score of any marketplace is made of: what is at stake decides, for nobody knows more of it."""

from sellervitals import plugin as sdk
from sellervitals_generic.rules import ALL

_WEIGHTS = {
    sdk.Severity.CRITICAL: 12,
    sdk.Severity.HIGH: 5,
    sdk.Severity.MEDIUM: 3,
    sdk.Severity.LOW: 1,
}

SCORECARD = sdk.Scorecard(
    version="generic-2026.1", weights={rule.id: _WEIGHTS[rule.severity] for rule in ALL}
)
