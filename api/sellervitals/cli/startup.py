"""What every command does first: read the settings and load the plugins, or refuse with one sentence."""

from __future__ import annotations

import logging
from typing import Any

import click

from sellervitals.config import Settings, SettingsError
from sellervitals.judge import Judge
from sellervitals.plugins import PluginError, Registry, discover
from sellervitals.report.printable import printable


class Refusal(click.ClickException):
    """The command cannot do its work; prints its sentence and exits with 2."""

    exit_code = 2

    def show(self, file: Any = None) -> None:
        """Print the sentence on stderr, whatever it quotes."""
        click.echo(f"sellervitals: {printable(self.message)}", file=file, err=True)


class _Printable(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        """Keep the lines of a traceback apart and everything inside them printable."""
        return "\n".join(printable(line) for line in super().format(record).split("\n"))


def settings() -> Settings:
    """Read the environment; Refusal names every setting that cannot be used."""
    try:
        found = Settings.from_env()
    except SettingsError as fault:
        raise Refusal(str(fault)) from None
    handler = logging.StreamHandler()
    handler.setFormatter(_Printable("%(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=found.log_level, handlers=[handler])
    logging.getLogger("alembic.runtime.plugins").setLevel(logging.WARNING)  # at INFO it lists its own parts
    return found


def registry(chosen: Settings) -> Registry:
    """Load the plugins; Refusal says what is wrong with one of them, or with the weights."""
    try:
        return discover(chosen.blocked_plugins, strict=chosen.strict_plugins, weights=chosen.weights)
    except PluginError as fault:
        raise Refusal(str(fault)) from None


def judge(chosen: Settings) -> Judge:
    """Load the plugins and build what judges by them; Refusal as above."""
    return Judge(registry(chosen))
