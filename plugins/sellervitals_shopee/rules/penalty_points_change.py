"""Change of penalty points: what one push says was issued or taken back, never the points of the quarter."""

from sellervitals import plugin as sdk
from sellervitals_shopee.limits.penalty_tiers import FIRST_TIER, REFERENCES
from sellervitals_shopee.sources import cite

RULE = sdk.Rule(
    id="shopee.penalty-points-change",
    title="Change of penalty points",
    why="New points may lift the shop into the next tier, and those of a single event may be enough for one.",
    metric="penalty_points_change",
    severity=sdk.Severity.HIGH,
    programme="Push 28",
    limits=FIRST_TIER,
    steps=(
        sdk.step("fetch-history", "low", "engineering", channel="get_penalty_point_history", days=0)(
            "Fetch the history of penalty points and post it here: a push does not say how many are open."
        ),
        sdk.step("fetch-punishments", "low", "engineering", channel="get_punishment_history", days=0)(
            "Fetch the ongoing punishments and post them here, with the day on which each ends."
        ),
        sdk.step("find-cause", "medium", "operations", channel="Seller Centre > Account Health", days=1)(
            "Find the orders or listings behind the violation that the push names, and stop what caused it."
        ),
        sdk.step("appeal-record", "medium", "compliance", channel="Seller Centre > Account Health")(
            "Appeal the record with proof, inside the quarter, where it is wrong."
        ),
    ),
    references=REFERENCES | cite("push"),
    since="0.1",
)
