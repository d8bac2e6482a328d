"""A marketplace of our own, installed for the time of a test, so that every outcome can be had at will."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from sellervitals.cli import cli

ACME = Path(__file__).with_name("acme.py")
SELLERVITALS = Path(sys.executable).with_name("sellervitals")


@pytest.fixture(autouse=True)
def plain(monkeypatch):
    """Keep the terminal of whoever runs the tests out of them."""
    monkeypatch.setenv("COLUMNS", "132")
    for name in ("FORCE_COLOR", "NO_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def install(install, tmp_path, monkeypatch):
    """Make a plugin discoverable for the processes that are started, too."""

    def put(*given, **more):
        root = install(*given, **more)
        ours = [path for path in sys.path if Path(path).is_relative_to(tmp_path)]
        monkeypatch.setenv("PYTHONPATH", os.pathsep.join(ours))
        return root

    return put


@pytest.fixture
def acme(install):
    install("acme", ACME.read_text())


@pytest.fixture
def run():
    """Run the command line in this process; bugs are raised, not printed."""

    def runner(*arguments, data=None):
        return CliRunner().invoke(cli, [*map(str, arguments)], input=data, catch_exceptions=False)

    return runner


@pytest.fixture
def command():
    """Run the installed command as a process of its own."""

    def start(*arguments, data=b"", cwd=None, **environment):
        return subprocess.run(
            [SELLERVITALS, *map(str, arguments)],
            input=data,
            cwd=cwd,
            capture_output=True,
            env={**os.environ, **environment},
            timeout=60,
            check=False,
        )

    return start


@pytest.fixture
def request_file(tmp_path):
    """Write a request body for Acme: rates as ratios, everything else as states."""

    def write(name="request.json", site="US", **metrics):
        body = {
            "account": {"marketplace": "acme", "site": site},
            "metrics": {
                metric: {"value": value, "unit": "ratio" if metric.endswith("rate") else "state"}
                for metric, value in metrics.items()
            },
        }
        path = tmp_path / name
        path.write_text(json.dumps(body))
        return path

    return write
