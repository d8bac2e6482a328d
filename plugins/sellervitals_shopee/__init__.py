"""Shopee: account health calls, penalty points and dated policy, as a sellervitals plugin."""

from collections.abc import Iterable

from sellervitals import plugin as sdk
from sellervitals_shopee.documents import ALL as DOCUMENTS
from sellervitals_shopee.marketplace import SHOPEE
from sellervitals_shopee.rules import ALL as RULES


@sdk.hookimpl
def sellervitals_marketplace() -> sdk.Marketplace:
    """Describe Shopee."""
    return SHOPEE


@sdk.hookimpl
def sellervitals_rules() -> Iterable[sdk.Rule]:
    """List Shopee's rules."""
    return RULES


@sdk.hookimpl
def sellervitals_documents() -> Iterable[sdk.Document]:
    """List the Shopee documents that can be read."""
    return DOCUMENTS
