"""Chat response rate: chats answered in time."""

from sellervitals import plugin as sdk
from sellervitals_shopee.judging.period import judge
from sellervitals_shopee.limits.example import example
from sellervitals_shopee.remedies.response import STEPS
from sellervitals_shopee.sources import cite

RULE = sdk.Rule(
    id="shopee.chat-response-rate",
    title="Chat response rate",
    why="Shopee counts it among the shop's service metrics, and chats without an answer can bring points.",
    metric="chat_response_rate",
    severity=sdk.Severity.MEDIUM,
    evaluate=judge,
    limits=(example(must_be="at_least", fail=sdk.percent("70")),),
    steps=STEPS,
    references=cite("account-health"),
    since="0.1",
)
