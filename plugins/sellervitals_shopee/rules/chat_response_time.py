"""Chat response time: how long buyers wait for an answer."""

from sellervitals import plugin as sdk
from sellervitals_shopee.judging.period import judge
from sellervitals_shopee.limits.example import example
from sellervitals_shopee.remedies.response import STEPS
from sellervitals_shopee.sources import cite

RULE = sdk.Rule(
    id="shopee.chat-response-time",
    title="Chat response time",
    why="Shopee counts it among the shop's service metrics.",
    metric="chat_response_time",
    severity=sdk.Severity.LOW,
    evaluate=judge,
    limits=(example(must_be="below", fail="1"),),
    steps=STEPS,
    references=cite("account-health"),
    since="0.1",
)
