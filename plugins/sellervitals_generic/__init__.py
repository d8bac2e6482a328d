"""Any marketplace: the caller's own figures and targets, and named profiles, as a sellervitals plugin."""

from collections.abc import Iterable

from sellervitals import plugin as sdk
from sellervitals_generic.marketplace import GENERIC
from sellervitals_generic.rules import ALL as RULES


@sdk.hookimpl
def sellervitals_marketplace() -> sdk.Marketplace:
    """Describe a marketplace that we have no plugin for."""
    return GENERIC


@sdk.hookimpl
def sellervitals_rules() -> Iterable[sdk.Rule]:
    """List the rules for figures that marketplaces share, and for those that only the caller knows."""
    return RULES
