"""Penalty tier: the one that Shopee itself names, which counts also where the points give another."""

from sellervitals import plugin as sdk
from sellervitals_shopee.judging.points import judge_tier
from sellervitals_shopee.limits.penalty_tiers import CALENDAR, LENGTHS, REFERENCES, WORDS
from sellervitals_shopee.remedies.penalties import STEPS

RULE = sdk.Rule(
    id="shopee.penalty-tier",
    title="Penalty tier",
    why="Each tier takes away more: campaigns, subsidies, visibility, new listings, and at last the account.",
    metric="penalty_tier",
    severity=sdk.Severity.CRITICAL,
    words=WORDS,
    evaluate=judge_tier,
    figures=LENGTHS,
    calendar=CALENDAR,
    steps=STEPS,
    references=REFERENCES,
    since="0.1",
)
