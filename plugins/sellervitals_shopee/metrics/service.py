"""How a shop answers buyers and what they say of it."""

from __future__ import annotations

from sellervitals import plugin as sdk

LOWER, HIGHER = sdk.Better.LOWER, sdk.Better.HIGHER

METRICS = (
    sdk.Metric(
        id="chat_response_rate",
        title="Chat response rate",
        description="Chats answered in time among all chats.",
        unit=sdk.Unit.RATIO,
        better=HIGHER,
        numerator="chats answered in time",
        denominator="chats",
    ),
    sdk.Metric(
        id="chat_response_time",
        title="Chat response time",
        description="The mean time until a chat is answered. The segment average is what Shopee lists as"
        " average response time beside it.",
        unit=sdk.Unit.DAYS,
        better=LOWER,
    ),
    sdk.Metric(
        id="non_responded_chats",
        title="Chats without an answer",
        description="Chats that nobody answered.",
        unit=sdk.Unit.COUNT,
        better=LOWER,
    ),
    sdk.Metric(
        id="shop_rating",
        title="Shop rating",
        description="The mean of the buyers' ratings, 0 to 5 stars.",
        unit=sdk.Unit.STARS,
        better=HIGHER,
        highest=5,
    ),
    sdk.Metric(
        id="customer_satisfaction",
        title="Customer satisfaction",
        description="Shopee's score of customer satisfaction.",
        unit=sdk.Unit.RATIO,
        better=HIGHER,
        numerator="satisfied buyers",
        denominator="buyers asked",
    ),
)
