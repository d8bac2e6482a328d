"""eBay: seller standards by program, service metrics against peers, and traffic, as a sellervitals plugin."""

from collections.abc import Iterable

from sellervitals import plugin as sdk
from sellervitals_ebay.documents import ALL as DOCUMENTS
from sellervitals_ebay.marketplace import EBAY
from sellervitals_ebay.rules import ALL as RULES


@sdk.hookimpl
def sellervitals_marketplace() -> sdk.Marketplace:
    """Describe eBay."""
    return EBAY


@sdk.hookimpl
def sellervitals_rules() -> Iterable[sdk.Rule]:
    """List eBay's rules."""
    return RULES


@sdk.hookimpl
def sellervitals_documents() -> Iterable[sdk.Document]:
    """List the eBay documents that can be read."""
    return DOCUMENTS
