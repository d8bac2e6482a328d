"""``sellervitals migrate``: bring the database up to date, once, before anything serves from it."""

from __future__ import annotations

import click

from sellervitals.cli import startup
from sellervitals.config import Settings
from sellervitals.store import StorageError, Store


@click.command("migrate", short_help="Bring the database up to date.")
def command() -> None:
    """Create the tables that are missing and bring older ones up to date; harmless when there are none.

    ``serve`` does this by itself. Run it alone where the server may not change the database.
    """
    bring_up_to_date(startup.settings())
    click.echo("The database is up to date.")


def bring_up_to_date(chosen: Settings) -> None:
    """Migrate and let go of the database again; Refusal when it does not answer or is newer than we are."""
    try:
        Store.open(chosen.database_url, synchronous=chosen.synchronous).close()
    except StorageError as problem:
        raise startup.Refusal(f"{problem} (SELLERVITALS_DATABASE_URL)") from problem
