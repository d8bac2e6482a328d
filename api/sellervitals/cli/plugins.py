"""``sellervitals plugins``: what is installed, what was left out and why."""

from __future__ import annotations

import click
from rich import box
from rich.table import Table
from rich.text import Text

from sellervitals import catalogue
from sellervitals.cli import listing, startup
from sellervitals.report.printable import printable

_COLOURS = {"loaded": "green", "blocked": "yellow", "not_loaded": "bold red"}


@click.command("plugins", short_help="List the installed plugins.")
@listing.form
@click.pass_context
def command(ctx: click.Context, form: str) -> None:
    """List the installed plugins, with those that are blocked or could not be loaded.

    Exits with 1 when a plugin could not be loaded.
    """
    found = startup.registry(startup.settings()).plugins
    if form == "json":
        listing.as_json([catalogue.plugin(each) for each in found])
    else:
        table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
        for title in ("Plugin", "Version", "Distribution", "Status", "Rules", "Documents", "Loaded in"):
            table.add_column(title, overflow="fold")
        for each in found:
            table.add_row(
                each.name,
                each.version,
                each.distribution,
                Text(each.status.replace("_", " "), _COLOURS.get(each.status, "")),
                str(len(each.rules)),
                str(len(each.documents)),
                f"{each.load_ms:.0f} ms",
            )
        listing.as_table(table)
    failed = [each for each in found if each.status == "not_loaded"]
    for each in failed:
        click.echo(f"sellervitals: plugin {each.name} cannot be loaded: {printable(each.error)}", err=True)
    ctx.exit(1 if failed else 0)
