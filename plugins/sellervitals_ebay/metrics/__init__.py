"""What eBay measures a seller by, one module per area: windows, segments and what is counted."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from sellervitals import plugin as sdk

METRICS: tuple[sdk.Metric, ...] = tuple(
    metric
    for module in sorted(iter_modules(__path__), key=lambda each: each.name)
    for metric in import_module(f"{__name__}.{module.name}").METRICS
)
