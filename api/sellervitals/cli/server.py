"""How gunicorn is set up: threads, no control socket, no log of its own for requests."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click
from gunicorn.app.base import BaseApplication  # type: ignore[import-untyped]  # gunicorn is not typed

from sellervitals.app import create_app
from sellervitals.config import Settings
from sellervitals.logs import configure

KEEP_ALIVE_SECONDS = 15
"""Longer than most clients wait between two calls, shorter than load balancers hold idle connections."""
GRACEFUL_SECONDS = 30
"""How long running requests may take after SIGTERM."""
SHARED_MEMORY = Path("/dev/shm")  # noqa: S108 - workers' heartbeats must not wait for a disk


class Server(BaseApplication):  # type: ignore[misc]
    """Serves the app of ``sellervitals.wsgi`` until it is told to stop.

    Args:
        settings: the address, and how many processes and threads.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        super().__init__()

    def load_config(self) -> None:
        """Hand gunicorn its settings."""
        chosen = self._settings
        host = f"[{chosen.host}]" if ":" in chosen.host else chosen.host
        given = {
            "bind": f"{host}:{chosen.port}",
            "worker_class": "gthread",
            "workers": chosen.workers,
            "threads": chosen.threads,
            "keepalive": KEEP_ALIVE_SECONDS,
            "graceful_timeout": GRACEFUL_SECONDS,
            "control_socket_disable": True,
            "worker_tmp_dir": str(SHARED_MEMORY) if SHARED_MEMORY.is_dir() else None,
            "accesslog": None,
            "loglevel": "warning",
            "when_ready": _announce,
        }
        for name, value in given.items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        """Build the app in a worker, after the fork: no connection is ever shared between processes."""
        configure(self._settings.log_level)
        return create_app(self._settings)


def _announce(arbiter: Any) -> None:
    for listener in arbiter.LISTENERS:
        host, port = listener.getsockname()[:2]
        url = f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
        click.echo(f"sellervitals listens on {url} and explains itself on {url}/docs")
