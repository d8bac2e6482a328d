"""How every table of a terminal begins, and how its parts stand below each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text


def header(account: Mapping[str, Any]) -> Table:
    """Begin a table of two columns, what something is and what it says, with whose account it is about."""
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="dim")
    grid.add_column(overflow="fold")
    parts = (account["marketplace"], account["site"], account["seller_id"])
    grid.add_row("Account", Text(" ".join(each for each in parts if each), "bold"))
    return grid


def section(title: str, parts: Iterable[RenderableType]) -> Iterator[RenderableType]:
    """Put parts under a title, indented; nothing at all where there are none."""
    found = [*parts]
    if found:
        yield Text(f"\n{title}", "bold")
        for part in found:
            yield Padding(part, (0, 0, 0, 2))
