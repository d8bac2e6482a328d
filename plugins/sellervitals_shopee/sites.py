"""Shopee's sites: one for each country. No document names its own, so only a caller can."""

from collections.abc import Mapping
from types import MappingProxyType

SITES: Mapping[str, str] = MappingProxyType(
    {
        "SG": "Singapore",
        "MY": "Malaysia",
        "TH": "Thailand",
        "ID": "Indonesia",
        "VN": "Vietnam",
        "PH": "Philippines",
        "TW": "Taiwan",
        "BR": "Brazil",
    }
)
"""Name by site."""
