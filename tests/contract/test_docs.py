"""The documentation holds: hooks and SDK are described as they are, and the tutorial runs as written."""

import inspect
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

import sellervitals.testing
from sellervitals import hookspecs, plugin
from sellervitals.plugins import PluginError, discover

DOCS = Path(__file__).parents[2] / "docs"
HOOKS = (DOCS / "hooks.md").read_text("utf-8")
TUTORIAL = DOCS / "tutorial-plugin.md"
FENCE = re.compile(r'^```(\w+)(?: title="([^"]+)")?\n(.*?)^```$', re.MULTILINE | re.DOTALL)


class Block(NamedTuple):
    """One fenced block."""

    language: str
    title: str
    text: str


def blocks(page):
    return [Block(*found) for found in FENCE.findall(page)]


def hooks():
    return {
        name: value
        for name, value in vars(hookspecs).items()
        if inspect.isfunction(value) and name.startswith("sellervitals_")
    }


def section(page, heading):
    return page.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]


def test_every_hook_is_documented_with_its_signature():
    assert hooks()
    for name, hook in hooks().items():
        signature = str(inspect.signature(hook)).replace("'", "")
        assert f"\n### {name}\n\n```python\ndef {name}{signature}\n```\n" in HOOKS


def test_no_hook_is_documented_that_is_not_there():
    assert re.findall(r"^### (\w+)$", HOOKS, re.MULTILINE) == list(hooks())


@pytest.mark.parametrize(
    ("heading", "names"), [("The SDK", plugin.__all__), ("The kit", sellervitals.testing.__all__)]
)
def test_every_name_is_described_once(heading, names):
    described = re.findall(r"^\| `(\w+)` \| \S", section(HOOKS, heading), re.MULTILINE)
    assert described == sorted(names)


def test_the_examples_of_the_hooks_make_a_plugin(install):
    examples = [each.text for each in blocks(HOOKS) if "@sdk.hookimpl" in each.text]
    assert len(examples) == len(hooks())
    install("harbor", "\n".join(examples))
    registry = discover(strict=True)
    info = next(each for each in registry.plugins if each.name == "harbor")
    assert (info.marketplace, info.rules, info.documents) == (
        "harbor",
        ("harbor.standing",),
        ("harbor.account",),
    )


def test_the_example_of_an_appeal_can_be_used():
    (example,) = (each.text for each in blocks(HOOKS) if "sdk.Appeal(" in each.text)
    made = {}
    exec(example, made)  # noqa: S102 - the page's own example
    words = [
        [*each.found_in("We do not blame it: we closed the old berth.")] for each in made["APPEAL"].signs
    ]
    assert words == [[], ["closed the old berth"]]


def test_the_refusal_is_the_one_that_is_shown(install):
    rule = """
        from sellervitals import plugin as sdk

        RULE = sdk.Rule(
            id="harbor.late-rate",
            title="Late rate",
            why="Sales stop.",
            severity="high",
            steps=(),
            references={},
            since="0.1",
            limits=(sdk.limit("2026-13-01", must_be="below", fail=sdk.percent("4"), source="a"),),
        )
    """
    install("harbor", rule)
    with pytest.raises(PluginError) as caught:
        discover()
    (shown,) = (each.text for each in blocks(section(HOOKS, "What is refused at start")))
    assert str(caught.value) == shown.strip()


def told(text):
    """Text as it reads, whatever the width of the terminal."""
    return " ".join(text.split())


class Shell:
    """Runs a page's commands where a reader would; what pip does is done by ``install``."""

    def __init__(self, folder, install) -> None:
        self.folder = folder
        self.install = install
        self.output = ""

    def run(self, block):
        self.output = ""
        for line in block.text.splitlines():
            if line.startswith("cd "):
                self.folder = self.folder / line.removeprefix("cd ")
            elif line == "pip install -e .":
                self.install("harbor", folder=self.folder / "src", version="0.1.0")
            elif not line.startswith("pip install "):
                self.output += self.command(line)

    def command(self, line):
        tools = Path(sys.executable).parent
        inherited = [
            each for each in sys.path if each.startswith(str(self.folder.parent)) or "metadata" in each
        ]
        ran = subprocess.run(  # noqa: S602 - the page's own commands, as a reader types them
            line,
            shell=True,
            cwd=self.folder,
            env={
                **os.environ,
                "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}",
                "PYTHONPATH": os.pathsep.join(inherited),
                "PYTHONDONTWRITEBYTECODE": "1",
                "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
                "COLUMNS": "200",
            },
            capture_output=True,
            text=True,
            check=False,
        )
        assert ran.returncode == 0, f"{line}\n{ran.stdout}\n{ran.stderr}"
        return ran.stdout


def test_the_tutorial_runs_as_it_is_written(install, tmp_path):
    shell = Shell(tmp_path, install)
    ran = []
    for block in blocks(TUTORIAL.read_text("utf-8")):
        if block.language == "sh":
            shell.run(block)
            ran += block.text.splitlines()
        elif block.language == "text" and not block.title:
            for line in block.text.splitlines():
                assert told(line) in told(shell.output)
        elif block.language in {"python", "json"}:
            target = shell.folder / block.title
            assert block.title
            assert target.parent.is_dir()
            target.write_text(block.text, "utf-8")
    assert ran.count("pytest") == 3
    _leave_out_the_cases_of_august(shell)


def _leave_out_the_cases_of_august(shell):
    (shown,) = (
        each for each in blocks(TUTORIAL.read_text("utf-8")) if each.title == "without the cases of August"
    )
    test = shell.folder / "tests" / "test_cancellation_rate.py"
    kept = [line for line in test.read_text("utf-8").splitlines() if "2026-08-31" not in line]
    test.write_text("\n".join(kept), "utf-8")
    assert shown.text.strip() in shell.command("pytest tests/test_cancellation_rate.py || true")
