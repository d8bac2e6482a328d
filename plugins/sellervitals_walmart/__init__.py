"""Walmart Marketplace: performance, Pro Seller tiers and dated standards, as a sellervitals plugin."""

from collections.abc import Iterable

from sellervitals import plugin as sdk
from sellervitals_walmart.documents import ALL as DOCUMENTS
from sellervitals_walmart.marketplace import WALMART
from sellervitals_walmart.rules import ALL as RULES


@sdk.hookimpl
def sellervitals_marketplace() -> sdk.Marketplace:
    """Describe Walmart Marketplace."""
    return WALMART


@sdk.hookimpl
def sellervitals_rules() -> Iterable[sdk.Rule]:
    """List Walmart's rules."""
    return RULES


@sdk.hookimpl
def sellervitals_documents() -> Iterable[sdk.Document]:
    """List the Walmart documents that can be read."""
    return DOCUMENTS
