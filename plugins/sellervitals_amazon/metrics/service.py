"""How a seller serves buyers; no report carries these figures."""

from __future__ import annotations

from sellervitals import plugin as sdk

RATIO, LOWER = sdk.Unit.RATIO, sdk.Better.LOWER

METRICS = (
    sdk.Metric(
        id="contact_response_24h",
        title="Buyer messages answered within 24 hours",
        description="The share of buyer messages answered within 24 hours; weekends and holidays count. A"
        " message marked as needing no response is left out; one still open after 24 hours is late.",
        unit=RATIO,
        better=sdk.Better.HIGHER,
        numerator="messages answered in time",
        denominator="messages",
    ),
    sdk.Metric(
        id="customer_service_dissatisfaction_rate",
        title="Customer service dissatisfaction rate",
        description="Buyers who answered No when asked whether a reply solved their problem; the latest vote"
        " on each order counts.",
        unit=RATIO,
        better=LOWER,
        numerator="answers of No",
        denominator="answers",
    ),
    sdk.Metric(
        id="return_dissatisfaction_rate",
        title="Return dissatisfaction rate",
        description="Valid return requests that were not answered within 48 hours, wrongly refused, or"
        " followed by negative feedback.",
        unit=RATIO,
        better=LOWER,
        numerator="dissatisfied return requests",
        denominator="valid return requests",
    ),
    sdk.Metric(
        id="customer_experience_health",
        title="Customer experience health",
        description="Amazon's word in Voice of the Customer for one offer, which is the segment (a SKU),"
        " against similar offers.",
        unit=sdk.Unit.STATE,
        better=LOWER,
        states=("Excellent", "Good", "Fair", "Poor", "Very poor"),
    ),
    sdk.Metric(
        id="ncx_rate",
        title="Negative customer experience rate",
        description="Orders with a problem of product or listing that the buyer reported in a return, a"
        " refund, a contact or a review; delivery problems do not count. The segment is a SKU.",
        unit=RATIO,
        better=LOWER,
        numerator="orders with a reported problem",
        denominator="orders",
    ),
    sdk.Metric(
        id="expired_orders",
        title="Expired orders",
        description="Seller-fulfilled orders past their ship-by date that are neither shipped nor confirmed."
        " The window, where it is given, runs from the oldest to the newest of their ship-by dates.",
        unit=sdk.Unit.COUNT,
        better=LOWER,
    ),
)
