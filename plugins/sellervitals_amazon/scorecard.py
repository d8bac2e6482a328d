"""What the Amazon score is made of: weight by rule id.

What closes an account weighs most: its status, the Account Health Rating and the order defect rate are
nearly half of what the performance report alone tells, and caps see to it that nothing else makes up for
them. Violations weigh by how fast their category closes accounts. The shipping rates cost offers before
they cost the account; stock costs money, and programmes their badge. What has no consequence of its own,
says the same as another rule, or says nothing about the seller reports without counting.
"""

from sellervitals import plugin as sdk

SCORECARD = sdk.Scorecard(
    version="amazon-2026.2",
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
        # Amazon Business: only the listings that business buyers see
        "amazon.business-hours-delivery-rate": 2,
        # Typed in by hand: service first, then programmes that not everybody takes part in.
        "amazon.customer-experience": 3,
        "amazon.expired-orders": 2,
        "amazon.contact-response-time": 1,
        "amazon.customer-service-dissatisfaction-rate": 1,
        "amazon.return-dissatisfaction-rate": 1,
        "amazon.negative-customer-experience-rate": 0,
        "amazon.sfp-on-time-delivery": 3,
        "amazon.sfp-valid-tracking": 3,
        "amazon.sfp-cancellation": 3,
        "amazon.sfp-delivery-speed": 2,
        "amazon.sfp-on-time-shipment": 1,
        "amazon.sfp-buy-shipping": 1,
        "amazon.sfp-monthly-parcels": 0,
        "amazon.sfp-prequalification": 0,
        "amazon.premium-on-time-delivery": 2,
        "amazon.premium-valid-tracking": 2,
        "amazon.premium-cancellation": 2,
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
        # the account over time: said, and never counted twice
        "amazon.account-health-assurance": 0,
        "amazon.account-status-change": 0,
        "amazon.inbound-defects": 0,
        "amazon.report-age": 0,
    },
)
