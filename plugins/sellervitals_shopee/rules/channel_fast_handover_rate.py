"""Fast handover rate of a channel: part of the fast handover rate, which counts it."""

from sellervitals import plugin as sdk
from sellervitals_shopee.judging.period import judge
from sellervitals_shopee.remedies.late_dispatch import STEPS
from sellervitals_shopee.sources import cite

RULE = sdk.Rule(
    id="shopee.channel-fast-handover-rate",
    title="Fast handover rate of a channel",
    why="It is part of the fast handover rate and shows which channel holds it down.",
    metric="channel_fast_handover_rate",
    severity=sdk.Severity.LOW,
    evaluate=judge,
    steps=STEPS,
    references=cite("account-health"),
    since="0.1",
)
