"""eBay's programs, which follow the buyer's country, and the listing sites that documents name."""

from collections.abc import Mapping
from types import MappingProxyType

US, UK, DE, GLOBAL = "PROGRAM_US", "PROGRAM_UK", "PROGRAM_DE", "PROGRAM_GLOBAL"

SITES: Mapping[str, str] = MappingProxyType(
    {
        US: "Buyers in the United States",
        UK: "Buyers in the United Kingdom and Ireland",
        DE: "Buyers in Germany, Austria and Switzerland",
        GLOBAL: "Buyers everywhere else",
    }
)
"""Name by program. The US program comes first: it is the one whose table is known."""

MARKETPLACES: Mapping[str, str] = MappingProxyType({US: "EBAY_US", UK: "EBAY_GB", DE: "EBAY_DE"})
"""The listing site that stands for a program; the global program has many."""

_ELSEWHERE = "AU BE CA CN CZ DK ES FI FR GR HK HU ID IL IN IT JP MY NL NO NZ PE PH PL PR PT RU SE SG TH TW VN"
_PROGRAMS = {
    "EBAY_US": US,
    "EBAY_MOTORS": US,
    "EBAY_MOTORS_US": US,
    "EBAY_GB": UK,
    "EBAY_IE": UK,
    "EBAY_DE": DE,
    "EBAY_AT": DE,
    "EBAY_CH": DE,
    **{f"EBAY_{country}": GLOBAL for country in _ELSEWHERE.split()},
}


def program_of(marketplace: str) -> str | None:
    """Find the program that the buyers of a listing site mostly belong to; None for no site of eBay's."""
    return _PROGRAMS.get(marketplace.strip().upper())
