"""`make` and `.ci/run` as somebody meets them who has just cloned the repository."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TASKS = {
    "bench",
    "bench-forecast",
    "bench-history",
    "check",
    "clean",
    "docs",
    "fmt",
    "help",
    "lock",
    "serve",
    "spec",
    "test",
    "test-long",
    "wheel",
}

pytestmark = pytest.mark.skipif(not shutil.which("make"), reason="there is no make")


# The tests are mostly run by make itself, which hands its own flags and depth down.
ENVIRONMENT = {name: value for name, value in os.environ.items() if name not in {"MAKEFLAGS", "MAKELEVEL"}}


def test_make_alone_lists_every_task():
    told = subprocess.run(
        ["make"], cwd=ROOT, check=True, capture_output=True, text=True, env=ENVIRONMENT
    ).stdout
    assert {line.split()[0] for line in told.splitlines()} == TASKS
    assert all(len(line.split()) > 2 for line in told.splitlines())


def test_an_old_python_is_refused_in_a_sentence(tmp_path):
    asked = ["make", "serve", "PYTHON=", "UV=", f"VENV={tmp_path / 'venv'}"]
    told = subprocess.run(asked, cwd=ROOT, check=False, capture_output=True, text=True, env=ENVIRONMENT)
    assert told.returncode != 0
    assert "No Python >= 3.11 found" in told.stderr


def test_a_python_that_makes_no_environments_is_refused_with_the_remedy(tmp_path):
    python = tmp_path / "python"
    python.write_text("#!/bin/sh\nexit 1\n")
    python.chmod(0o755)
    asked = ["make", "serve", f"PYTHON={python}", "UV=", f"VENV={tmp_path / 'venv'}"]
    told = subprocess.run(asked, cwd=ROOT, check=False, capture_output=True, text=True, env=ENVIRONMENT)
    assert told.returncode != 0
    assert "python3-venv" in told.stderr


def test_a_command_line_without_npm_says_that_the_description_was_not_linted(tmp_path):
    (tmp_path / "sh").symlink_to(shutil.which("sh"))
    asked = [shutil.which("make"), "spec-lint"]
    told = subprocess.run(
        asked,
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
        env={**ENVIRONMENT, "PATH": str(tmp_path)},
    )
    assert "NOT linted" in told.stderr


def _ci(folder, makefile):
    """Run `.ci/run` beside a makefile of the test's own; the browser counts as installed."""
    (folder / ".ci").mkdir()
    shutil.copy(ROOT / ".ci" / "run", folder / ".ci" / "run")
    (folder / "Makefile").write_text(makefile)
    (folder / "bin").mkdir()
    (folder / "bin" / "chromium").symlink_to(shutil.which("true"))
    environment = {**ENVIRONMENT, "PATH": f"{folder / 'bin'}:{os.environ['PATH']}"}
    return subprocess.run(
        [folder / ".ci" / "run"], check=False, capture_output=True, text=True, env=environment
    )


CLOSING = "===== 3 passed, 1 skipped in 1.25s ====="


@pytest.mark.parametrize(
    ("check", "test", "good"),
    [("true", "true", True), ("false", "true", False), ("true", "false", False)],
)
def test_ci_passes_every_failure_on_and_closes_with_pytests_line(tmp_path, check, test, good):
    told = _ci(tmp_path, f"check:\n\t@{check}\n\ntest:\n\t@echo '{CLOSING}'; {test}\n")
    assert (told.returncode == 0) is good
    assert told.stdout.splitlines()[-1] == CLOSING


def test_ci_says_when_the_tests_did_not_finish(tmp_path):
    told = _ci(tmp_path, "check:\n\t@true\n\ntest:\n\t@exit 3\n")
    assert told.returncode != 0
    assert "did not get to its closing line" in told.stdout.splitlines()[-1]


def test_the_versions_of_the_linters_are_pinned():
    makefile = (ROOT / "Makefile").read_text("utf-8")
    assert not re.findall(r"--package=(?!\$\()", makefile)
    pinned = re.findall(r"^(REDOCLY|SPECTRAL) := @[\w/-]+@\d+\.\d+\.\d+$", makefile, re.MULTILINE)
    assert pinned == ["REDOCLY", "SPECTRAL"]
