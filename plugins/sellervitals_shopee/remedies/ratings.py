"""What to do about low ratings."""

from __future__ import annotations

from sellervitals import plugin as sdk

STEPS = (
    sdk.step("read-low-ratings", "low", "customer_service", channel="Seller Centre > Shop Rating")(
        "Read the low ratings of the last month and sort them by cause."
    ),
    sdk.step("fix-top-cause", "high", "management")("Put the most frequent cause right."),
    sdk.step("reply-politely", "low", "customer_service")(
        "Reply politely and with facts; a rude reply is a violation of its own."
    ),
    sdk.step("report-unfair", "low", "customer_service", keep="the review and the order")(
        "Ask for removal only where Shopee's rules allow it."
    ),
    sdk.step("never-buy-ratings", "low", "management")("Never offer goods or money for ratings."),
)
