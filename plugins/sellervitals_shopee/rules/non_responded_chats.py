"""Chats without an answer."""

from sellervitals import plugin as sdk
from sellervitals_shopee.judging.period import judge
from sellervitals_shopee.remedies.response import STEPS
from sellervitals_shopee.sources import cite

RULE = sdk.Rule(
    id="shopee.non-responded-chats",
    title="Chats without an answer",
    why="Too many of them are a violation that brings penalty points.",
    metric="non_responded_chats",
    severity=sdk.Severity.MEDIUM,
    evaluate=judge,
    steps=STEPS,
    references=cite("account-health"),
    since="0.1",
)
