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

ALL_BUT_PH = tuple(site for site in SITES if site != "PH")
"""The sites whose penalty points end on the first Monday of a quarter; the Philippines left them in 2025."""
