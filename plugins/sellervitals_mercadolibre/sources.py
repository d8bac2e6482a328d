"""Where the figures and the advice come from: every source once, cited by its key."""

from __future__ import annotations

from collections.abc import Mapping

from sellervitals import plugin as sdk

_DEVELOPERS = "https://developers.mercadolibre.com.ar"
_GLOBAL = "https://global-selling.mercadolibre.com"

SOURCES: Mapping[str, sdk.Reference] = {
    "benefit": sdk.Reference(
        "Mercado Libre: reputation benefit with a guarantee (help page)",
        "https://www.mercadolibre.com.ar/ayuda/beneficio-garantia_29276",
    ),
    "cross-border": sdk.Reference(
        "Mercado Libre Global Selling: why the seller's reputation is important",
        f"{_GLOBAL}/learning-center/news/why-the-sellers-reputation-is-important",
    ),
    "global-reputation": sdk.Reference(
        "Mercado Libre developers: seller reputation, Global Selling (23 February 2023)",
        f"{_DEVELOPERS}/devsite/seller-reputation-global-selling",
    ),
    "mercadolider": sdk.Reference(
        "Mercado Libre Global Selling: how to become MercadoLíder (undated help page)",
        f"{_GLOBAL}/help/How-to-become-MercadoLider_16624",
    ),
    "public-records": sdk.Reference(
        "Public seller records of April 2021 (gonzalofarre/challenge)",
        "https://github.com/gonzalofarre/challenge",
    ),
    "recovery": sdk.Reference(
        "Mercado Libre developers: reputation recovery (20 January 2025)",
        f"{_DEVELOPERS}/en_us/reputation-recovery",
    ),
    "reputation": sdk.Reference(
        "Mercado Libre developers: sellers' reputation (10 January 2025)",
        f"{_DEVELOPERS}/en_us/sellers-reputation",
    ),
    "revenue": sdk.Reference("akuma.com.br academy: recovering reputation"),
    "thermometer": sdk.Reference(
        "Help article 994 of each site, transcribed in September 2026 (geromendez199/Sentinela)",
        "https://github.com/geromendez199/Sentinela",
    ),
}


def cite(*keys: str) -> dict[str, sdk.Reference]:
    """Pick sources by key; KeyError names one that is not listed."""
    return {key: SOURCES[key] for key in keys}
