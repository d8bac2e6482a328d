"""What the Amazon score is made of: weight by rule id.

What closes an account weighs most: its status, the Account Health Rating and the order defect rate are
nearly half of the score when everything is reported. Violations weigh by how fast their category closes
accounts. The shipping rates cost offers before they cost the account. The shipment-level delivery rate has
no consequence of its own, and a contradiction inside a report says nothing about the seller: both report
without counting.
"""

from sellervitals import plugin as sdk

SCORECARD = sdk.Scorecard(
    version="amazon-2026.1",
    weights={
        "amazon.account-status": 20,
        "amazon.account-health-rating": 20,
        "amazon.order-defect-rate": 18,
        "amazon.customer-product-reviews-violations": 6,
        "amazon.received-ip-complaints": 5,
        "amazon.product-authenticity-complaints": 5,
        "amazon.food-and-product-safety-issues": 5,
        "amazon.restricted-product-violations": 5,
        "amazon.product-safety-complaints": 4,
        "amazon.document-requests": 4,
        "amazon.product-condition-complaints": 3,
        "amazon.suspected-ip-violations": 2,
        "amazon.other-policy-violations": 2,
        "amazon.listing-policy-violations": 2,
        "amazon.warning-state": 1,
        "amazon.policy-violation-warnings": 1,
        "amazon.unit-on-time-delivery-rate": 6,
        "amazon.late-shipment-rate": 5,
        "amazon.cancellation-rate": 5,
        "amazon.valid-tracking-rate": 5,
        "amazon.invoice-defect-rate": 5,
        "amazon.on-time-delivery-rate": 0,
        "amazon.report-consistency": 0,
        # What FBA stock costs: money, never the account.
        "amazon.aged-inventory-surcharge": 3,
        "amazon.inventory-aging": 1,
        "amazon.low-inventory-level-fee": 3,
        "amazon.historical-days-of-supply": 1,
        "amazon.capacity-usage": 3,
        "amazon.overage-fee": 2,
        "amazon.storage-utilization": 2,
        # FBA stock: the index decides on capacity, its factors are what moves it
        "amazon.inventory-performance-index": 5,
        "amazon.excess-inventory": 2,
        "amazon.in-stock-rate": 2,
        "amazon.sell-through": 1,
        "amazon.unfulfillable-inventory": 1,
        # stock without offers, offers without stock, and what buyers say; trends report without counting
        "amazon.stranded-inventory": 3,
        "amazon.stranded-share": 0,
        "amazon.out-of-stock": 2,
        "amazon.reorder-due": 0,
        "amazon.negative-feedback": 1,
        "amazon.feedback-rating": 1,
        "amazon.claims-granted": 0,
        "amazon.refund-rate": 0,
        "amazon.received-negative-feedback": 0,
    },
)
