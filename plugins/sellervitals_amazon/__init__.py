"""Amazon: performance report, account health and dated policy, as a sellervitals plugin."""

from collections.abc import Iterable

from sellervitals import plugin as sdk
from sellervitals_amazon.documents import ALL as DOCUMENTS
from sellervitals_amazon.marketplace import AMAZON
from sellervitals_amazon.rules import ALL as RULES


@sdk.hookimpl
def sellervitals_marketplace() -> sdk.Marketplace:
    """Describe Amazon."""
    return AMAZON


@sdk.hookimpl
def sellervitals_rules() -> Iterable[sdk.Rule]:
    """List Amazon's rules."""
    return RULES


@sdk.hookimpl
def sellervitals_documents() -> Iterable[sdk.Document]:
    """List the Amazon documents that can be read."""
    return DOCUMENTS
