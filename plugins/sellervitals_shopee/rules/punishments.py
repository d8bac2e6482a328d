"""Ongoing punishments: what Shopee has taken away, and until when."""

from sellervitals import plugin as sdk
from sellervitals_shopee.judging.punishments import judge
from sellervitals_shopee.limits.penalty_tiers import LENGTHS, REFERENCES
from sellervitals_shopee.sources import cite

RULE = sdk.Rule(
    id="shopee.punishments",
    title="Ongoing punishments",
    why="A punishment hides listings, blocks campaigns, limits listings or orders, or closes the account.",
    metric="ongoing_punishments",
    severity=sdk.Severity.HIGH,
    evaluate=judge,
    limits=(
        sdk.limit(
            "2019-01-23",
            announced="2019-01-23",
            must_be="at_most",
            fail="0",
            source="account-health",
            note="No line but a fact: a punishment is in force or it is not.",
        ),
    ),
    figures=LENGTHS,
    steps=(
        sdk.step("read-punishments", "low", "management", channel="Seller Centre > Account Health", days=0)(
            "Read what each punishment takes away and on which day it ends."
        ),
        sdk.step("stop-cause", "high", "operations", days=1)(
            "Stop the violation behind it today: further points bring the next tier and a new punishment."
        ),
        sdk.step(
            "appeal-punishment",
            "medium",
            "compliance",
            channel="Seller Centre > Account Health",
            keep="the proof sent with the appeal",
        )("Appeal the records that were wrong: a granted appeal takes back points and restrictions."),
        sdk.step("respect-limits", "low", "operations")(
            "Stay under the limits of listings and orders while they hold, and pause what would break them."
        ),
        sdk.step("plan-release", "low", "management")(
            "Plan campaigns and new listings for after the last day; open no second shop meanwhile."
        ),
    ),
    references=REFERENCES | cite("definitions"),
    since="0.1",
)
