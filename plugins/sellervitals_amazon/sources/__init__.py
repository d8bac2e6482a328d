"""Where the figures and the advice come from: every source once, cited by its key; one module per area."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from pkgutil import iter_modules

from sellervitals import plugin as sdk

SOURCES: Mapping[str, sdk.Reference] = {
    key: source
    for module in sorted(iter_modules(__path__), key=lambda each: each.name)
    for key, source in import_module(f"{__name__}.{module.name}").SOURCES.items()
}


def cite(*keys: str) -> dict[str, sdk.Reference]:
    """Pick sources by key; KeyError names one that is not listed."""
    return {key: SOURCES[key] for key in keys}
