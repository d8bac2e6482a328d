"""S-60: what is installed is pinned by hash, for every platform, without the address of an index."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
GROUPS = PROJECT["dependency-groups"]
PIN = re.compile(r"^(?P<name>[a-z0-9][a-z0-9._-]*)==(?P<version>\S+)(?: ; (?P<marker>.+?))? \\$")
HASH = re.compile(r"^    --hash=sha256:[0-9a-f]{64}(?: \\)?$")


def _group(name):
    for line in GROUPS[name]:
        yield from _group(line["include-group"]) if isinstance(line, dict) else [line]


LOCKS = {
    "requirements.lock": PROJECT["project"]["dependencies"],
    "requirements-build.lock": list(_group("build")),
    "requirements-dev.lock": [*PROJECT["project"]["dependencies"], *_group("dev")],
    "requirements-bench.lock": list(_group("bench")),
}


def _pins(lock):
    lines = (ROOT / lock).read_text("utf-8").splitlines()
    return {match["name"]: match["version"] for line in lines if (match := PIN.match(line))}


def test_every_group_has_its_lock():
    assert set(LOCKS) == {path.name for path in ROOT.glob("requirements*.lock")}
    assert set(GROUPS) == {"bench", "build", "dev"}


@pytest.mark.parametrize("lock", LOCKS)
def test_s60_a_lock_has_every_dependency_at_a_version_that_is_asked_for(lock):
    pins = _pins(lock)
    asked = [Requirement(line) for line in LOCKS[lock]]
    assert not [
        str(each)
        for each in asked
        if not each.specifier.contains(pins.get(canonicalize_name(each.name), "0"), prereleases=True)
    ]


@pytest.mark.parametrize("lock", LOCKS)
def test_s60_a_lock_is_pins_with_hashes_and_nothing_else(lock):
    text = (ROOT / lock).read_text("utf-8")
    lines = [line for line in text.splitlines() if not line.lstrip().startswith("#")]
    assert not [line for line in lines if not PIN.match(line) and not HASH.match(line)]
    for line, after in zip(lines, [*lines[1:], ""], strict=True):
        assert not PIN.match(line) or HASH.match(after), line
    assert "://" not in text


def test_s60_tests_run_on_the_versions_that_are_shipped():
    dev = _pins("requirements-dev.lock")
    for lock in ("requirements.lock", "requirements-build.lock"):
        assert _pins(lock).items() <= dev.items()
