"""Start the echo and the service under the same gunicorn settings, each on a free loopback port."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep
from typing import NamedTuple

THREADS = "8"


class Server(NamedTuple):
    """A running server."""

    port: int
    pid: int


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def _running(command: list[str], port: int, environment: Mapping[str, str]) -> Iterator[Server]:
    process = subprocess.Popen(
        command,
        env={**os.environ, **environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=Path(__file__).parent,
    )
    try:
        deadline = monotonic() + 30
        while True:
            try:
                socket.create_connection(("127.0.0.1", port), timeout=1).close()
                break
            except OSError:
                if process.poll() is not None or monotonic() > deadline:
                    raise RuntimeError(f"{command} did not start") from None
                sleep(0.05)
        yield Server(port, process.pid)
    finally:
        process.terminate()
        process.wait(timeout=30)


@contextmanager
def echo(answer_bytes: int) -> Iterator[Server]:
    """Run the bare echo."""
    port = _free_port()
    command = [sys.executable, "-m", "gunicorn", "--bind", f"127.0.0.1:{port}", "--workers", "1"]
    command += ["--worker-class", "gthread", "--threads", THREADS, "--no-control-socket", "echo:app"]
    with _running(command, port, {"ECHO_BYTES": str(answer_bytes)}) as server:
        yield server


@contextmanager
def service(folder: Path) -> Iterator[Server]:
    """Run sellervitals as ``make serve`` does, with its database in ``folder``."""
    port = _free_port()
    command = [str(Path(sys.executable).with_name("sellervitals")), "serve", "--port", str(port)]
    command += ["--workers", "1", "--threads", THREADS]
    settings = {
        "SELLERVITALS_DATABASE_URL": f"sqlite:///{folder / 'bench.sqlite3'}",
        "SELLERVITALS_LOG_LEVEL": "WARNING",
    }
    with _running(command, port, settings) as server:
        yield server


def worker_mib(server: Server) -> float:
    """Give the resident memory of the largest worker of a server, in MiB."""
    children = Path(f"/proc/{server.pid}/task/{server.pid}/children").read_text(encoding="ascii").split()
    sizes = []
    for child in children:
        status = Path(f"/proc/{child}/status").read_text(encoding="ascii")
        line = next(line for line in status.splitlines() if line.startswith("VmRSS:"))
        sizes.append(int(line.split()[1]) / 1024)
    return max(sizes)
