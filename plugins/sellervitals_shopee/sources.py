"""Where the figures and the codes come from: every source once, cited by its key."""

from __future__ import annotations

from collections.abc import Mapping

from sellervitals import plugin as sdk

_SPEC = "https://github.com/congminh1254/shopee-sdk"

SOURCES: Mapping[str, sdk.Reference] = {
    "account-health": sdk.Reference(
        "Shopee: account health calls of the Open Platform (copy of the published specification)", _SPEC
    ),
    "cross-border-2024": sdk.Reference(
        "Late shipment line of cross-border sellers from January 2024 (third party)",
        "https://sellerby.com/p/1.html",
    ),
    "definitions": sdk.Reference(
        "How Shopee counts late and unfulfilled orders (third party)", "https://amz10.com/p/18151.html"
    ),
    "fast-handover": sdk.Reference(
        "Fast handover and late shipment changes of 2026 (third party)",
        "https://blog.shopdora.com/pt/page/2026-03-16-shopee-integra-taxa-de-entrega-rapida-ao-sistema-de-"
        "pontuacao-e-ajusta-politicas-de-logistica",
    ),
    "indonesia": sdk.Reference(
        "Late shipment line in Indonesia (third party, undated)",
        "https://olshopwiki.com/shopee/apa-yang-akan-terjadi-jika-penjual-shopee-terlambat-mengirim-barang",
    ),
    "malaysia": sdk.Reference(
        "Penalty points in Malaysia from April 2025 (third party)",
        "https://exabytes.my/blog/shopee-penalty-points-guide",
    ),
    "malaysia-2019": sdk.Reference("Targets in Malaysia, seller forum of February 2019 (third party)"),
    "penalty-deck": sdk.Reference(
        "Shopee: training deck on penalty points, January 2019",
        "https://scribd.com/document/727749950",
    ),
    "philippines-2023": sdk.Reference(
        "Notice on penalty points for unfulfilled orders in the Philippines, September 2023 (third party)"
    ),
    "push": sdk.Reference(
        "Shopee: push 28, update of penalty points", "https://open.shopee.com/push-mechanism/5"
    ),
    "reset": sdk.Reference(
        "Weekly evaluation and quarterly reset of penalty points, blog of December 2025 (third party)"
    ),
    "shop-penalty": sdk.Reference("Client tests of the withdrawn call shop_penalty", _SPEC),
    "singapore-2026": sdk.Reference(
        "Late shipment line in Singapore from March 2026 (third party)",
        "https://59hwq.com/circle/5121.html",
    ),
    "vietnam": sdk.Reference(
        "Line of unfulfilled orders in Vietnam (third party, undated)",
        "https://startupvn.vn/nhung-truong-hop-nao-tren-san-shopee-thi-bi-dinh-diem-sao-qua-ta",
    ),
    "vietnam-2025": sdk.Reference(
        "Length of penalties in Vietnam from October 2025 (third party)", "https://tukigroup.vn/?p=14325"
    ),
}


def cite(*keys: str) -> dict[str, sdk.Reference]:
    """Pick sources by key; KeyError names one that is not listed."""
    return {key: SOURCES[key] for key in keys}
