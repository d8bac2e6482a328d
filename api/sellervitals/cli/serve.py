"""``sellervitals serve``: gunicorn inside this process, with the database brought up to date first."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import click

from sellervitals.cli import startup
from sellervitals.cli.migrate import bring_up_to_date
from sellervitals.cli.server import Server
from sellervitals.config import Settings, is_loopback


@click.command("serve", short_help="Start the server.")
@click.option("--host", help="The address to listen on.")
@click.option("--port", type=click.IntRange(0, 65_535), help="The port to listen on; 0 takes a free one.")
@click.option("--workers", type=click.IntRange(1, 256), help="Server processes.")
@click.option("--threads", type=click.IntRange(1, 256), help="Threads of each process.")
@click.option(
    "--allow-unauthenticated",
    is_flag=True,
    default=None,
    help="Listen beyond this machine although everybody who reaches the port may read and write.",
)
def command(**flags: Any) -> None:
    """Start the server and say where it listens.

    Flags replace the settings SELLERVITALS_HOST, _PORT, _WORKERS, _THREADS and _ALLOW_UNAUTHENTICATED.
    SIGTERM lets running requests finish, up to 30 seconds, and ends with 0.
    """
    chosen = replace(startup.settings(), **{key: flag for key, flag in flags.items() if flag is not None})
    _refuse_open_door(chosen)
    startup.judge(chosen)  # what is wrong with a plugin is said here, once, not by every worker
    bring_up_to_date(chosen)
    Server(chosen).run()


def _refuse_open_door(chosen: Settings) -> None:
    if is_loopback(chosen.host) or chosen.allow_unauthenticated:
        return
    raise startup.Refusal(
        f"{chosen.host} can be reached from other machines, and this version has no API keys: whoever reaches"
        " the port could read and write everything. Listen on 127.0.0.1, or say with --allow-unauthenticated"
        " (SELLERVITALS_ALLOW_UNAUTHENTICATED=true) that a proxy or a closed network in front of it decides"
        " who may call."
    )
