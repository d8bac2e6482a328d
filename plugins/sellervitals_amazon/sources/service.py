"""Sources on buyer service: messages, returns, customer experience and orders that expire."""

from __future__ import annotations

from collections.abc import Mapping

from sellervitals import plugin as sdk

SOURCES: Mapping[str, sdk.Reference] = {
    "contact-response": sdk.Reference(
        "Answering Amazon's buyers within 24 hours",
        "https://zenstores.com/blog/customer-service-tips-for-amazon-retailers",
    ),
    "customer-experience": sdk.Reference(
        "Amazon: Voice of the Customer, help page RTPNYUAU5EQ9RGU (UK and Canada)"
    ),
    "customer-experience-levels": sdk.Reference(
        "Rankings of customer experience health, European seller forums",
        "https://sellercentral-europe.amazon.com/forums/t/cx-health-rankings/199527",
    ),
    "expired-orders-2020": sdk.Reference(
        "Amazon shortens the time to automatic cancellation (September 2020)",
        "https://tamebay.com/2020/09/amazon-order-auto-cancellation-timeline-update.html",
    ),
    "expired-orders-three-days": sdk.Reference(
        "Automatic cancellation after three business days, by one source (September 2024)",
        "https://retailtantra.com/amazon-new-auto-cancellation-window-effective-september-16-2024",
    ),
    "return-dissatisfaction": sdk.Reference(
        "Return dissatisfaction rate explained",
        "https://tinuiti.com/blog/amazon/amazon-return-dissatisfaction-rate",
    ),
    "return-dissatisfaction-second": sdk.Reference(
        "Return dissatisfaction rate, a second explanation", "https://ssopdot.com/?p=36286"
    ),
    "service-dissatisfaction": sdk.Reference(
        "Customer service dissatisfaction rate (copy of Amazon's help page)",
        "https://th4.ilovetranslation.com/cNyA0mDtQAD=d",
    ),
}
