"""Ongoing punishments: what Shopee has taken away, and until when."""

from sellervitals import plugin as sdk
from sellervitals_shopee.judging.punishments import judge
from sellervitals_shopee.limits.penalty_tiers import REFERENCES, RESTRICTIONS
from sellervitals_shopee.remedies.punishments import STEPS

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
    figures=RESTRICTIONS,
    steps=STEPS,
    references=REFERENCES,
    since="0.1",
)
