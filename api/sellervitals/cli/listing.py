"""Lists, as a table for people or as JSON for programs."""

from __future__ import annotations

from collections.abc import Callable
from shutil import get_terminal_size
from typing import Any

import click
import orjson
from rich.console import Console, RenderableType
from rich.rule import Rule
from rich.text import Text

from sellervitals.report.printable import printable, printable_json

PIPE_WIDTH = 132
"""Columns of a table that goes into a file or another program."""

form = click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True
)


def as_table(*parts: RenderableType) -> None:
    """Print tables on stdout, as wide as the terminal or COLUMNS says, without blanks at the line ends."""
    columns = get_terminal_size((PIPE_WIDTH, 0)).columns
    out = Console(width=columns, highlight=False, markup=False, emoji=False)
    with out.capture() as captured:
        out.print(*parts, sep="\n")
    click.echo("\n".join(line.rstrip() for line in captured.get().splitlines()), color=out.is_terminal)


def as_answer(
    name: str, data: bytes, report: Callable[[Any], RenderableType], form: str, *, alone: bool
) -> None:
    """Print what is answered about a file on stdout, under its name where it is not the only one.

    Args:
        name: the file.
        data: the answer as JSON.
        report: renders the parsed answer for people.
        form: ``text`` or ``json``; one line of JSON for each of several files.
        alone: whether there is only this file.
    """
    if form == "text":
        title = [] if alone else [Rule(Text(printable(name)), align="left")]
        as_table(*title, report(orjson.loads(data)))
    elif alone:
        click.echo(printable_json(orjson.dumps(orjson.loads(data), option=orjson.OPT_INDENT_2)))
    else:
        click.echo(printable_json(data))


def as_json(items: list[Any]) -> None:
    """Print a JSON array on stdout, indented."""
    click.echo(orjson.dumps(items, option=orjson.OPT_INDENT_2))
