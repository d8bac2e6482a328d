"""Sources on Seller Fulfilled Prime and Premium Shipping."""

from __future__ import annotations

from collections.abc import Mapping

from sellervitals import plugin as sdk

SOURCES: Mapping[str, sdk.Reference] = {
    "premium-japan": sdk.Reference(
        "Amazon: premium shipping (Japan)", "https://sellercentral.amazon.co.jp/gp/help/external/201503640"
    ),
    "premium-uk": sdk.Reference("Premium Shipping rules in the UK change on 31 July 2025"),
    "premium-uk-2016": sdk.Reference(
        "Premium Shipping in the UK (January 2016)",
        "https://tamebay.com/2016/01/amazon-premium-shipping-service.html",
    ),
    "premium-us": sdk.Reference(
        "Amazon adjusts its Premium Shipping requirements",
        "https://traxtech.com/blog/"
        "amazon-adjusts-premium-shipping-requirements-supply-chain-strategy-implications",
    ),
    "prime-checklist": sdk.Reference("Seller Fulfilled Prime, a checklist for July 2026"),
    "prime-europe": sdk.Reference("Amazon: Seller Fulfilled Prime, help page 202072550 (UK, Germany, Spain)"),
    "prime-japan": sdk.Reference("Amazon: Seller Fulfilled Prime, help page 202072550 (Japan, 2021)"),
    "prime-requirements": sdk.Reference(
        "Seller Fulfilled Prime requirements", "https://shipsage.com/seller-fulfilled-prime-requirements"
    ),
    "prime-speed": sdk.Reference(
        "Seller Fulfilled Prime requirements of 2026",
        "https://shipsage.com/blog/seller-fulfilled-prime-requirements-2026",
    ),
    "prime-us-2021": sdk.Reference("Amazon: Seller Fulfilled Prime, help page 202072550 (US, 2021)"),
}
