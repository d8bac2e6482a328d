"""A marketplace of our own, installed for the time of a test, so that every outcome can be had at will."""

import json
import os
import subprocess
import sys

import pytest
from click.testing import CliRunner

from sellervitals.cli import cli

ACME = """
from sellervitals import plugin as sdk

SOURCES = {"rules": sdk.Reference("Rules of Acme")}
STEP = sdk.Step(id="look", text="Look at \\x1b[31mit\\x1b[0m.", effort=sdk.Effort.LOW, owner=sdk.Owner.FINANCE)


def rate(name, severity):
    return sdk.Rule(
        id=f"acme.{name}-rate", title=f"{name} rate", why="It matters.", metric=f"{name}_rate",
        severity=severity, steps=(STEP,), references=SOURCES, since="1",
        limits=(sdk.limit("2020-01-01", must_be="at_most", fail=sdk.percent("4"), source="rules"),
                sdk.limit("2026-06-01", must_be="at_most", fail=sdk.percent("2"), source="rules")),
    )


def broken(case):
    raise RuntimeError("broken \\x1b]0;title\\x07")


RULES = [rate(name, severity) for name, severity in
         (("late", "critical"), ("slow", "high"), ("lost", "medium"), ("odd", "low"))]
RULES += [
    sdk.Rule(id=f"acme.broken-{severity}", title="Broken", why="It matters.", metric=f"broken_{severity}",
             severity=severity, steps=(STEP,), references=SOURCES, since="1", evaluate=broken)
    for severity in ("critical", "high")
]


@sdk.hookimpl
def sellervitals_marketplace():
    rates = [sdk.Metric(id=rule.metric, title=rule.title, unit="ratio", better="lower") for rule in RULES[:4]]
    states = [sdk.Metric(id=rule.metric, title="State", unit="state", better="lower") for rule in RULES[4:]]
    return sdk.Marketplace(
        id="acme", title="Acme", metrics=(*rates, *states), sites={"US": "States", "DE": "Germany"},
        scorecard=sdk.Scorecard(version="acme-1", weights={rule.id: 10 if "late" in rule.id else 1 for rule in RULES}),
    )


@sdk.hookimpl
def sellervitals_rules():
    return RULES


def read(content):
    rows = content["acme"] if isinstance(content, dict) else [
        dict(zip(("site", "late", "says"), line.split("\\t"), strict=True)) for line in content.splitlines()[1:]]
    for number, row in enumerate(rows):
        if "late" not in row:
            raise sdk.UnreadableError(f"/acme/{number}/late", "is missing.")
    return sdk.Reading(
        measurements=tuple(
            sdk.Measurement("late_rate", value=sdk.ratio(row["late"]), verdict=row.get("says"), site=row["site"],
                            good={"GOOD": True}.get(row.get("says")), document="acme.report")
            for row in rows if row["late"]),
        sites=tuple(row["site"] for row in rows))


@sdk.hookimpl
def sellervitals_documents():
    yield sdk.Document(type="acme.report", title="Acme report", media_type="application/json", read=read,
                       metrics=("late_rate",), recognises=lambda it: isinstance(it, dict) and "acme" in it)
    yield sdk.Document(type="acme.table", title="Acme table", media_type="text/tab-separated-values", read=read,
                       metrics=("late_rate",),
                       recognises=lambda it: isinstance(it, str) and it.startswith("site\\tlate"))
"""


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
    install("acme", ACME)


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
            [os.path.join(os.path.dirname(sys.executable), "sellervitals"), *map(str, arguments)],  # noqa: PTH118, PTH120
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
