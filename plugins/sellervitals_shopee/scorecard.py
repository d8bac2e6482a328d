"""What the Shopee score is made of: weight by rule id.

Penalty points and what they restrict weigh most: they take rights away for weeks. The tier weighs beside the
points, for a push or a list of punishments may name it alone, and it must cap the score then. Of a metric and
its parts the whole counts, once. What is an opportunity, shows the cases behind a number, or compares two
statements of Shopee reports without counting.
"""

from sellervitals import plugin as sdk

SCORECARD = sdk.Scorecard(
    version="shopee-2026.1",
    weights={
        "shopee.penalty-points": 14,
        "shopee.punishments": 12,
        "shopee.penalty-tier": 6,
        "shopee.shop-performance-level": 6,
        "shopee.penalty-points-change": 1,
        # orders
        "shopee.non-fulfilment-rate": 12,
        "shopee.late-shipment-rate": 12,
        "shopee.fast-handover-rate": 4,
        "shopee.late-orders": 3,
        "shopee.pickup-failure-rate": 2,
        "shopee.preparation-time": 1,
        "shopee.late-shipment-rate-ndd": 2,
        "shopee.non-fulfilment-rate-ndd": 2,
        "shopee.on-time-delivery-rate-logistics": 1,
        "shopee.on-time-delivery-rate-dd": 1,
        "shopee.saturday-shipment": 1,
        # listings
        "shopee.severe-listing-violations": 10,
        "shopee.other-listing-violations": 3,
        "shopee.poor-quality-products": 2,
        "shopee.pre-order-listing-rate": 2,
        # buyers
        "shopee.chat-response-rate": 2,
        "shopee.non-responded-chats": 2,
        "shopee.shop-rating": 2,
        "shopee.chat-response-time": 1,
        "shopee.customer-satisfaction": 1,
        # parts of what counts already
        "shopee.cancellation-rate": 0,
        "shopee.return-refund-rate": 0,
        "shopee.channel-fast-handover-rate": 0,
        "shopee.pickup-failure-days": 0,
        "shopee.daily-pickup-failure-rate": 0,
        "shopee.cancellation-rate-ndd": 0,
        "shopee.return-refund-rate-ndd": 0,
        "shopee.severe-violations-by-kind": 0,
        "shopee.pre-order-violation-days": 0,
        "shopee.listings-with-issues": 0,
        "shopee.affected-cases": 0,
        # opportunities
        "shopee.sdd-listing-rate": 0,
        "shopee.ndd-listing-rate": 0,
        "shopee.hd-listing-rate": 0,
        "shopee.hd-free-shipping-rate": 0,
        # about the answers themselves
        "shopee.missed-targets": 0,
        "shopee.report-consistency": 0,
        "shopee.api-answer": 0,
    },
)
