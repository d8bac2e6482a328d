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


@pytest.fixture
def install(tmp_path, monkeypatch):
    """Install a module as a distribution with one plugin, for this process and those it starts."""

    def build(name, source, module=None):
        module = module or f"{name}_of_{tmp_path.name}".replace("-", "_")
        (tmp_path / f"{module}.py").write_text(source)
        folder = tmp_path / f"{name}-1.0.dist-info"
        folder.mkdir()
        (folder / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
        (folder / "entry_points.txt").write_text(f"[sellervitals]\n{name} = {module}\n")

    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    return build


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

    def start(*arguments, data=b"", **environment):
        return subprocess.run(
            [SELLERVITALS, *map(str, arguments)],
            input=data,
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
