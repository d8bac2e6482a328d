"""A written plugin passes its own tests, is clean, and is refused where it would do harm."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from sellervitals import scaffold
from sellervitals.plugins import discover


def run(folder, *words, path=()):
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(path),
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
    }
    return subprocess.run(
        [sys.executable, "-m", *words],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    return scaffold.write("my_shop", tmp_path_factory.mktemp("new"))


def test_it_writes_a_distribution_of_the_name(written):
    assert written.name == "sellervitals-my-shop"
    found = {str(path.relative_to(written)) for path in written.rglob("*") if path.is_file()}
    assert {"pyproject.toml", "README.md", "src/sellervitals_my_shop/py.typed"} <= found
    for path in written.rglob("*.*"):
        if path.is_file():
            assert "$" not in path.read_text("utf-8"), path


def test_it_passes_its_own_tests(written, install, tmp_path):
    install("my_shop", folder=written / "src", version="0.1.0")
    here = [each for each in sys.path if Path(each).is_relative_to(tmp_path) or Path(each) == written / "src"]
    ran = run(written, "pytest", "-q", "-p", "no:cacheprovider", path=here)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "skipped" not in ran.stdout


def test_it_is_found_and_judged(written, install):
    install("my_shop", folder=written / "src", version="0.1.0")
    registry = discover(strict=True)
    info = next(each for each in registry.plugins if each.name == "my_shop")
    assert (info.distribution, info.version, info.rules) == (
        "sellervitals-my-shop",
        "0.1.0",
        ("my_shop.late-shipment-rate",),
    )


@pytest.mark.parametrize(
    "words", [["ruff", "check", "--no-cache"], ["ruff", "format", "--check", "--no-cache"]]
)
def test_it_is_clean(written, words):
    ran = run(written, *words, ".")
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_it_is_typed(written, tmp_path):
    ran = run(
        written,
        "mypy",
        f"--cache-dir={tmp_path}",
        path=[str(written / "src"), str(Path(scaffold.__file__).parents[2])],
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr


@pytest.mark.parametrize("name", ["", "My_shop", "my-shop", "1shop", "../shop", "my shop", "shöp", "a__b"])
def test_a_name_that_is_not_snake_case_is_refused(tmp_path, name):
    with pytest.raises(ValueError, match="NAME must be snake_case"):
        scaffold.write(name, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_the_name_of_an_installed_plugin_is_refused(tmp_path):
    with pytest.raises(ValueError, match="'amazon' is taken by an installed plugin"):
        scaffold.write("amazon", tmp_path)


def test_an_existing_folder_is_left_alone(tmp_path):
    scaffold.write("my_shop", tmp_path)
    readme = tmp_path / "sellervitals-my-shop" / "README.md"
    readme.write_text("mine")
    with pytest.raises(FileExistsError):
        scaffold.write("my_shop", tmp_path)
    assert readme.read_text() == "mine"
