"""Penalty tier: the one that Shopee itself names, which counts also where the points give another."""

from sellervitals import plugin as sdk
from sellervitals_shopee.judging.points import judge_tier
from sellervitals_shopee.limits.penalty_tiers import CALENDAR, LENGTHS, REFERENCES, WORDS

RULE = sdk.Rule(
    id="shopee.penalty-tier",
    title="Penalty tier",
    why="Each tier takes away more: campaigns, subsidies, visibility, new listings, and at last the account.",
    metric="penalty_tier",
    reads=("ongoing_punishments",),
    severity=sdk.Severity.CRITICAL,
    words=WORDS,
    evaluate=judge_tier,
    figures=LENGTHS,
    calendar=CALENDAR,
    steps=(
        sdk.step("fetch-records", "low", "engineering", channel="get_penalty_point_history", days=0)(
            "Fetch the history of penalty points and post it here: it says which violations brought the tier."
        ),
        sdk.step("fetch-restrictions", "low", "engineering", channel="get_punishment_history", days=0)(
            "Fetch the ongoing punishments and post them here: they say what is restricted and until when."
        ),
        sdk.step("keep-from-next", "high", "operations", days=1)(
            "Stop what brought the latest points before the next Monday: each further tier takes away more."
        ),
        sdk.step("appeal-tier", "medium", "compliance", channel="Seller Centre > Account Health")(
            "Appeal wrong records inside the quarter: fewer points mean a lower tier."
        ),
    ),
    references=REFERENCES,
    since="0.1",
)
