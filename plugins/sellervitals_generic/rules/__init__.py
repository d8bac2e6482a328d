"""The rules: one file for each metric that we know, and those of figures that only the caller knows."""

from importlib import import_module
from pkgutil import iter_modules

from sellervitals import plugin as sdk
from sellervitals_generic.own_figures import RULES as OWN

ALL: tuple[sdk.Rule, ...] = (
    *(
        import_module(f"{__name__}.{module.name}").RULE
        for module in sorted(iter_modules(__path__), key=lambda each: each.name)
    ),
    *OWN,
)
