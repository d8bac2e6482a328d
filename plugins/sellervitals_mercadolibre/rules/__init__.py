"""Mercado Libre's rules: one file each, found by their place in this folder."""

from importlib import import_module
from pkgutil import iter_modules

from sellervitals import plugin as sdk

ALL: tuple[sdk.Rule, ...] = tuple(
    import_module(f"{__name__}.{module.name}").RULE
    for module in sorted(iter_modules(__path__), key=lambda each: each.name)
)
