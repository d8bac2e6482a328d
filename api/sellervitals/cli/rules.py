"""``sellervitals rules``: what is judged, how gravely and since when."""

from __future__ import annotations

from typing import Any

import click
from rich import box
from rich.table import Table

from sellervitals.catalogue import Catalogue
from sellervitals.cli import listing, startup


@click.command("rules", short_help="List the rules.")
@click.option("--marketplace", help="Only the rules of this marketplace.")
@listing.form
def command(marketplace: str | None, form: str) -> None:
    """List the rules with their severity, weight and number of dated limits.

    JSON holds every limit, step and source, as GET /v1/rules answers them.
    """
    registry = startup.registry(startup.settings())
    if marketplace is not None and marketplace not in registry.marketplaces:
        raise startup.Refusal(registry.no_marketplace(marketplace))
    found = [
        each
        for each in Catalogue(registry).rules.values()
        if marketplace is None or each["marketplace"] == marketplace
    ]
    if form == "json":
        listing.as_json(found)
    else:
        listing.as_table(_table(found))


def _table(rules: list[dict[str, Any]]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for title in ("Rule", "Severity", "Weight", "Limits", "Title"):
        table.add_column(title, overflow="fold", justify="right" if title in {"Weight", "Limits"} else "left")
    for each in rules:
        table.add_row(
            each["id"], each["severity"], str(each["weight"]), str(len(each["limits"])), each["title"]
        )
    return table
