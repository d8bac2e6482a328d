"""Lists, as a table for people or as JSON for programs."""

from __future__ import annotations

from typing import Any

import click
import orjson
from rich.console import Console, RenderableType

PIPE_WIDTH = 120
"""Columns of a table that goes into a file or another program."""

form = click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True
)


def console() -> Console:
    """Open stdout for tables: as wide as the terminal, and of one width everywhere else."""
    found = Console(highlight=False, markup=False, emoji=False)
    if not found.is_terminal:
        found.width = PIPE_WIDTH
    return found


def as_table(*parts: RenderableType) -> None:
    """Print tables on stdout, without the blanks that fill their lines."""
    out = console()
    with out.capture() as captured:
        out.print(*parts, sep="\n")
    click.echo("\n".join(line.rstrip() for line in captured.get().splitlines()), color=out.is_terminal)


def as_json(items: list[Any]) -> None:
    """Print a JSON array on stdout, indented."""
    click.echo(orjson.dumps(items, option=orjson.OPT_INDENT_2))
