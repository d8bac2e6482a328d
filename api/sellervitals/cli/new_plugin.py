"""``sellervitals new-plugin``: a complete distribution to start from."""

from __future__ import annotations

from pathlib import Path

import click

from sellervitals import scaffold
from sellervitals.cli.startup import Refusal


@click.command("new-plugin", short_help="Write a new plugin, ready to install.")
@click.argument("name")
@click.option(
    "--into",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path(),
    help="The folder to write it into; the current one by default.",
)
def command(name: str, into: Path) -> None:
    """Write a new plugin called NAME: a distribution that can be installed and passes its own tests."""
    try:
        folder = scaffold.write(name, into)
    except ValueError as problem:
        raise Refusal(str(problem)) from problem
    except OSError as problem:
        raise Refusal(f"{problem.filename}: {problem.strerror}.") from problem
    click.echo(f"Wrote {folder}. Next: cd {folder} && pip install -e . && pytest")
