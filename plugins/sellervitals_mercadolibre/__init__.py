"""Mercado Libre: reputation, thermometer per site and protections, as a sellervitals plugin."""

from collections.abc import Iterable

from sellervitals import plugin as sdk
from sellervitals_mercadolibre.documents import ALL as DOCUMENTS
from sellervitals_mercadolibre.marketplace import MERCADOLIBRE
from sellervitals_mercadolibre.rules import ALL as RULES


@sdk.hookimpl
def sellervitals_marketplace() -> sdk.Marketplace:
    """Describe Mercado Libre."""
    return MERCADOLIBRE


@sdk.hookimpl
def sellervitals_rules() -> Iterable[sdk.Rule]:
    """List Mercado Libre's rules."""
    return RULES


@sdk.hookimpl
def sellervitals_documents() -> Iterable[sdk.Document]:
    """List the Mercado Libre documents that can be read."""
    return DOCUMENTS
