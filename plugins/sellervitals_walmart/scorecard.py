"""What the Walmart score is made of: weight by rule id.

The standards that cost listings and the account weigh most, by how directly the seller is accountable. Late
shipment is still to become a standard. The risk level repeats its metric, but tells of gravity what no rate
tells, for Walmart does not publish where URGENT begins: it weighs little, and what is urgent caps the score.
Simplified shipping and Pro Seller are programmes and count only where something of them was reported.
"""

from sellervitals import plugin as sdk

SCORECARD = sdk.Scorecard(
    version="walmart-2026.1",
    weights={
        "walmart.on-time-delivery-rate": 16,
        "walmart.cancellation-rate": 16,
        "walmart.valid-tracking-rate": 12,
        "walmart.negative-feedback-rate": 12,
        "walmart.return-rate": 10,
        "walmart.seller-response-rate": 8,
        "walmart.item-not-received-rate": 8,
        "walmart.refund-rate": 4,
        "walmart.late-shipment-rate": 4,
        "walmart.risk-level": 4,
        # Tomorrow's late and cancelled orders: said, and counted when they have become late
        "walmart.performance-alarms": 1,
        # Simplified shipping: recommended, never enforced
        "walmart.sss-on-time-shipment": 1,
        "walmart.sss-carrier-method-accuracy": 1,
        "walmart.sss-ship-from-accuracy": 1,
        # Pro Seller: the tier weighs, its criteria only explain it
        "walmart.pro-seller-tier": 4,
        "walmart.pro-seller-on-time-delivery": 0,
        "walmart.pro-seller-cancellation": 0,
        "walmart.pro-seller-response": 0,
        "walmart.pro-seller-delivery-speed": 0,
        "walmart.pro-seller-content-score": 0,
        "walmart.pro-seller-price-score": 0,
        "walmart.pro-seller-orders": 0,
        "walmart.pro-seller-active-days": 0,
        "walmart.report-consistency": 0,
    },
)
