"""What is measured out of Amazon's tables: one module per subject, found by its place in this folder."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from sellervitals import plugin as sdk

ROLLUPS: tuple[sdk.Rollup, ...] = tuple(
    rollup
    for module in sorted(iter_modules(__path__), key=lambda each: each.name)
    for rollup in getattr(import_module(f"{__name__}.{module.name}"), "ROLLUPS", ())
)
