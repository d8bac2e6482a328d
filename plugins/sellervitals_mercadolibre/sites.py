"""Mercado Libre's sites, by the ids that its documents write."""

from collections.abc import Mapping
from types import MappingProxyType

SITES: Mapping[str, str] = MappingProxyType(
    {
        "MLA": "Argentina",
        "MLB": "Brazil",
        "MLM": "Mexico",
        "MLC": "Chile",
        "MCO": "Colombia",
        "MLU": "Uruguay",
        "CBT": "Global Selling (cross-border)",
    }
)
"""Name by site. ``CBT`` is the site of a global account itself; what it sells has the site of the country."""
