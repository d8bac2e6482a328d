"""Acme, as a sellervitals plugin."""

from collections.abc import Iterable

from sellervitals import plugin as sdk
from sellervitals_acme.marketplace import ACME
from sellervitals_acme.report import REPORT
from sellervitals_acme.rules import LATE_RATE, STANDING, STUCK_STOCK
from sellervitals_acme.stock import STOCK


@sdk.hookimpl
def sellervitals_marketplace() -> sdk.Marketplace:
    """Describe Acme."""
    return ACME


@sdk.hookimpl
def sellervitals_rules() -> Iterable[sdk.Rule]:
    """List Acme's rules."""
    return (LATE_RATE, STANDING, STUCK_STOCK)


@sdk.hookimpl
def sellervitals_documents() -> Iterable[sdk.Document]:
    """List Acme's documents."""
    return (REPORT, STOCK)
