"""The application for a WSGI server: ``gunicorn sellervitals.wsgi:app``."""

from functools import cache

from flask import Flask

from sellervitals.app import create_app
from sellervitals.config import Settings
from sellervitals.logs import configure


def __getattr__(name: str) -> Flask:
    """Make ``app`` from the environment when it is first asked for; importing this module does nothing."""
    if name != "app":
        raise AttributeError(name)
    return _app()


@cache
def _app() -> Flask:
    settings = Settings.from_env()
    configure(settings.log_level)
    return create_app(settings)
