"""Walmart's marketplaces that are open to sellers."""

from collections.abc import Mapping
from types import MappingProxyType

SITES: Mapping[str, str] = MappingProxyType(
    {"US": "United States", "CA": "Canada", "MX": "Mexico", "CL": "Chile"}
)
"""Name by site."""

HOME = "US"
"""Where documents without a site belong: Walmart offers the Insights API and its webhooks in the US alone."""
