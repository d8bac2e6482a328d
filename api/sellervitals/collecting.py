"""What the modules of a plugin's folder hold under one name, so that a new file is found without a list."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from pkgutil import iter_modules
from typing import Any


def collect(package: str, path: Iterable[str], name: str) -> tuple[Any, ...]:
    """Import every module of a package, in the order of their names, and give what each holds as ``name``.

    Modules without it are passed over: a folder may hold what its other modules are made of.

    Args:
        package: the package's ``__name__``.
        path: its ``__path__``.
        name: such as ``RULE``.
    """
    names = sorted(each.name for each in iter_modules(path))
    modules = [import_module(f"{package}.{each}") for each in names]
    return tuple(getattr(each, name) for each in modules if hasattr(each, name))
