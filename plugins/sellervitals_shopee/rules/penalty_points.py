"""Penalty points of the quarter: their sum after appeals, and the tier that it brings."""

from sellervitals import plugin as sdk
from sellervitals_shopee.judging.points import judge
from sellervitals_shopee.limits.penalty_tiers import CALENDAR, FIRST_TIER, LENGTHS, REFERENCES, TIERS
from sellervitals_shopee.remedies.penalties import CAUSES, STEPS

RULE = sdk.Rule(
    id="shopee.penalty-points",
    title="Penalty points",
    why="At 3, 6, 9, 12 and 15 points Shopee takes away campaigns, subsidies, visibility, new listings and"
    " the account itself.",
    metric="penalty_points",
    reads=("penalty_tier",),
    severity=sdk.Severity.HIGH,
    evaluate=judge,
    limits=FIRST_TIER,
    ladder=TIERS,
    figures=LENGTHS,
    calendar=CALENDAR,
    causes=CAUSES,
    steps=STEPS,
    references=REFERENCES,
    since="0.1",
)
