"""What is published: the wheel holds all that it needs, and works where nothing else of the repository is."""

import configparser
import json
import re
import subprocess
import sys
import sysconfig
import tomllib
import venv
import zipfile
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
# Exact counts, a plain metric: 20 defects of 1,000 orders are over Amazon's line of 1 %.
REQUEST = {
    "account": {"marketplace": "amazon", "site": "US", "seller_id": "A1"},
    "as_of": "2026-11-22",
    "metrics": {
        "order_defect_rate": [
            {
                "segment": "mfn",
                "value": "2",
                "unit": "percent",
                "numerator": 20,
                "denominator": 1000,
                "window": {"from": "2026-09-01", "to": "2026-10-30"},
            }
        ]
    },
}


def _run(*words, cwd=ROOT, exit_status=0, stdin=None):
    told = subprocess.run(list(words), cwd=cwd, input=stdin, check=False, capture_output=True, text=True)
    assert told.returncode == exit_status, told.stderr
    return told.stdout


def _locked():
    """The installed distributions that requirements.lock names."""
    pins = re.findall(r"^([a-z0-9._-]+)==", (ROOT / "requirements.lock").read_text("utf-8"), re.MULTILINE)
    for name in pins:
        with suppress(PackageNotFoundError):  # it is for another platform
            yield distribution(name)


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    folder = tmp_path_factory.mktemp("dist")
    _run(sys.executable, "-m", "hatchling", "build", "--directory", folder)
    return folder


@pytest.fixture(scope="module")
def held(built):
    (wheel,) = built.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        return {info.filename: info.file_size for info in archive.infolist()}


@pytest.fixture(scope="module")
def installed(built, tmp_path_factory):
    """The commands of an environment with the wheel, with what requirements.lock names, and no more."""
    folder = tmp_path_factory.mktemp("venv")
    venv.create(folder, with_pip=False)
    place = Path(sysconfig.get_path("purelib", vars={"base": str(folder)}))
    for held in _locked():
        for top in {file.parts[0] for file in held.files or ()} - {"..", "__pycache__"}:
            if not (place / top).exists():
                (place / top).symlink_to(held.locate_file(top))
    (wheel,) = built.glob("*.whl")
    _run(sys.executable, "-m", "pip", "--python", folder, "install", "--no-deps", "--no-index", wheel)
    return folder / "bin"


def test_the_wheel_holds_sellervitals_alone(held):
    tops = {name.partition("/")[0] for name in held}
    assert all(top.startswith("sellervitals") for top in tops), tops
    assert {path.name for path in (ROOT / "plugins").glob("sellervitals_*")} <= tops
    assert not [name for name in held if "__pycache__" in name]


def test_the_wheel_holds_every_file_of_the_packages(held, tracked):
    for root in (ROOT / "api", ROOT / "plugins"):
        assert {str(path.relative_to(root)) for path in tracked if root in path.parents} <= set(held)


@pytest.mark.parametrize(
    "needed",
    [
        "sellervitals/openapi.yaml",
        "sellervitals/py.typed",
        "sellervitals_amazon/py.typed",
        "sellervitals/testing/__init__.py",
        "sellervitals/store/migrations/env.py",
        "sellervitals/store/migrations/versions/*.py",
        "sellervitals/static/*",
        "sellervitals/schemas/samples/*.json",
    ],
)
def test_the_wheel_holds_what_runs_beside_the_code(held, needed):
    assert [name for name in held if Path(name).match(needed)]


def test_the_published_description_is_the_checked_in_one(built):
    (wheel,) = built.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        published = archive.read("sellervitals/openapi.yaml")
    assert published.startswith(b"openapi: 3.1")
    assert published == (ROOT / "openapi.yaml").read_bytes()


def test_the_entry_points_are_the_command_and_the_built_in_plugins(built):
    (wheel,) = built.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (name for name in archive.namelist() if name.endswith("/entry_points.txt"))
        points = configparser.ConfigParser()
        points.read_string(archive.read(name).decode())
    assert dict(points["console_scripts"]) == {"sellervitals": "sellervitals.cli:main"}
    folders = {path.name for path in (ROOT / "plugins").glob("sellervitals_*")}
    assert dict(points["sellervitals"]) == {name.removeprefix("sellervitals_"): name for name in folders}


def test_the_source_distribution_builds_the_same_wheel(built, held, tmp_path):
    (source,) = built.glob("*.tar.gz")
    _run("tar", "--extract", "--file", source, "--directory", tmp_path)
    (folder,) = tmp_path.iterdir()
    again = tmp_path / "again"
    _run(sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", again, cwd=folder)
    (wheel,) = again.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        assert {info.filename: info.file_size for info in archive.infolist()} == held


def test_the_installed_command_answers_away_from_the_repository(installed, tmp_path):
    request = tmp_path / "request.json"
    request.write_text(json.dumps(REQUEST))
    check = (installed / "sellervitals", "check", request, "--format", "json")
    result = json.loads(_run(*check, cwd=tmp_path, exit_status=1))
    (finding,) = (
        each
        for each in result["findings"]
        if (each["rule"], each["segment"]) == ("amazon.order-defect-rate", "mfn")
    )
    assert finding["outcome"] == "fail"
    code = "import sellervitals; print(sellervitals.__file__)"
    assert str(installed.parent) in _run(installed / "python", "-c", code, cwd=tmp_path)


def test_the_installed_service_answers_with_what_is_locked_for_running(installed, tmp_path):
    code = (
        "import json, sys; from sellervitals.app import create_app; from sellervitals.config import Settings;"
        "client = create_app(Settings(database_url='sqlite:///:memory:')).test_client();"
        "print(client.post('/v1/evaluations', json={**json.load(sys.stdin), 'store': False}).status_code,"
        " client.get('/openapi.json').status_code, client.get('/docs').status_code)"
    )
    assert (
        _run(installed / "python", "-c", code, cwd=tmp_path, stdin=json.dumps(REQUEST)).split() == ["200"] * 3
    )


def test_the_installed_command_lists_the_built_in_plugins_with_their_version(installed, tmp_path):
    told = _run(installed / "sellervitals", "plugins", cwd=tmp_path)
    names = [path.name.removeprefix("sellervitals_") for path in (ROOT / "plugins").glob("sellervitals_*")]
    assert not [name for name in names if name not in told]
    code = "import sellervitals; print(sellervitals.__version__)"
    assert _run(installed / "python", "-c", code).strip() in told
