"""Refund rate: orders that were refunded."""

from sellervitals import plugin as sdk
from sellervitals_generic.profiles import profiled
from sellervitals_generic.remedies.returns_claims import STEPS

RULE = sdk.Rule(
    id="generic.refund-rate",
    title="Refund rate",
    why="Many refunds mark items and sellers that buyers are not content with, and cost ranking and badges.",
    metric="refund_rate",
    severity=sdk.Severity.MEDIUM,
    steps=STEPS,
    **profiled("refund_rate"),
    since="0.1",
)
