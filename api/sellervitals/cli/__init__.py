"""The command ``sellervitals``. A command's module is imported when the command is called, not before."""

from __future__ import annotations

import os
import sys
import traceback
from importlib import import_module
from typing import Any

import click

from sellervitals import __version__

COMMANDS = {
    "check": ("check", "Judge files without a server."),
    "forecast": ("forecast", "Forecast files without a server."),
    "migrate": ("migrate", "Bring the database up to date."),
    "new-plugin": ("new_plugin", "Write a new plugin, ready to install."),
    "plugins": ("plugins", "List the installed plugins."),
    "rules": ("rules", "List the rules."),
    "serve": ("serve", "Start the server."),
    "what-if": ("what_if", "Judge a file as it would be after changes."),
}
"""By command: the module that holds it as ``command``, and what it does in a line."""

INTERRUPTED = 130
"""What a shell reports of a command that was interrupted (128 + SIGINT)."""
READER_GONE = 141
"""What a shell reports of a command whose reader went away (128 + SIGPIPE)."""


class _Lazy(click.Group):
    """Lists commands from the table above and imports only the one that is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"{__name__}.{COMMANDS[cmd_name][0]}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; a reader that went away is no verdict, as exit code 1 would be."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise click.exceptions.Exit(READER_GONE) from None


@click.group(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="sellervitals")
def cli() -> None:
    """Judge marketplace seller accounts against dated, sourced policy."""


def main() -> None:
    """Run the command line.

    Exit codes are 0 and 1 for what a command found, 2 for everything that kept it from its work, a bug of
    ours included: a crash must never read as a verdict.
    """
    try:
        code = cli.main(prog_name="sellervitals", standalone_mode=False)
    except click.ClickException as refused:
        refused.show()
        code = 2
    except (click.Abort, KeyboardInterrupt):
        code = INTERRUPTED
    except Exception:  # noqa: BLE001 - the last place where a bug can be told from a verdict
        traceback.print_exc()
        code = 2
    sys.exit(code)
