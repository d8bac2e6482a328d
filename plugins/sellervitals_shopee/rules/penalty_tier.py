"""Penalty tier: the one that Shopee itself names, which counts also where the points give another."""

from sellervitals import plugin as sdk
from sellervitals_shopee.limits.penalty_tiers import CALENDAR, LENGTHS, REFERENCES
from sellervitals_shopee.remedies.penalties import STEPS

RULE = sdk.Rule(
    id="shopee.penalty-tier",
    title="Penalty tier",
    why="Each tier takes away more: campaigns, subsidies, visibility, new listings, and at last the account.",
    metric="penalty_tier",
    severity=sdk.Severity.CRITICAL,
    words=(
        sdk.word("No tier", "pass"),
        sdk.word("Tier 1", "fail", severity="high", says="As published: no marketing campaigns."),
        sdk.word("Tier 2", "fail", says="As published: also no shipping subsidy, and a lower place in search."),
        sdk.word("Tier 3", "fail", health="0.3", says="As published: also hidden in search or categories."),
        sdk.word("Tier 4", "fail", health="0.1", says="As published: also no new listings and no edits."),
        sdk.word("Tier 5", "fail", health="0", says="As published: the account is frozen."),
    ),
    figures=LENGTHS,
    calendar=CALENDAR,
    steps=STEPS,
    references=REFERENCES,
    since="0.1",
)
