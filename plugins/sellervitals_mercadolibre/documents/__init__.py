"""Native Mercado Libre documents: a module with ``DOCUMENT`` each, found by its place in this folder."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from sellervitals import plugin as sdk

_MODULES = [
    import_module(f"{__name__}.{module.name}")
    for module in sorted(iter_modules(__path__), key=lambda each: each.name)
]

ALL: tuple[sdk.Document, ...] = tuple(module.DOCUMENT for module in _MODULES if hasattr(module, "DOCUMENT"))
