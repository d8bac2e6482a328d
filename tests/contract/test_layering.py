"""Who may import, read and name whom. Read from the source, so that a lazy import hides nothing."""

import ast
import pkgutil
import re
import subprocess
import sys
import tomllib
from functools import cache
from importlib import import_module
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[2]
HOST = ROOT / "api" / "sellervitals"
PLUGINS = sorted(path for path in (ROOT / "plugins").iterdir() if (path / "__init__.py").exists())
MARKETPLACES = {path.name.removeprefix("sellervitals_") for path in PLUGINS} | {
    *("allegro", "bol", "cdiscount", "ebay", "etsy", "lazada"),
    *("mercadolibre", "mirakl", "shopee", "tiktok", "walmart"),
}
VAGUE = {"base", "common", "helpers", "misc", "services", "utils"}
MAY_USE_THE_STORE = re.compile(r"sellervitals\.(app|(routes|jobs|cli|store)(\..+)?)")


def _modules(folder):
    return sorted(path for path in folder.rglob("*.py") if "__pycache__" not in path.parts)


def _name(path):
    parts = path.relative_to(ROOT).with_suffix("").parts[1:]
    return ".".join(part for part in parts if part != "__init__")


EVERYTHING = [path for folder in (HOST, *PLUGINS) for path in _modules(folder)]


@cache
def _tree(path):
    return ast.parse(path.read_text("utf-8"))


def _imports(path):
    """Every name that a module imports, ``from a import b`` as ``a.b``."""
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _under(name, *packages):
    return any(name == package or name.startswith(f"{package}.") for package in packages)


def _foreign(path, *allowed):
    """The imports that are neither standard library nor allowed."""
    return [
        name
        for name in _imports(path)
        if name.partition(".")[0] not in sys.stdlib_module_names and not _under(name, *allowed)
    ]


def _offenders(modules, offences):
    """What ``offences(path)`` finds, each with the module where it stands."""
    return [f"{_name(path)}: {offence}" for path in modules for offence in offences(path)]


def test_the_host_names_no_plugin_and_no_marketplace():
    def named(path):
        tree = _tree(path)
        prose = {node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        said = list(_imports(path))
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in prose:
                said.append(node.value)
            said += [getattr(node, field) for field in ("id", "attr", "name", "arg") if hasattr(node, field)]
        words = re.findall(r"[a-z]+", " ".join(filter(None, said)).lower())
        return sorted(MARKETPLACES.intersection(words))

    assert not _offenders(_modules(HOST), named)


def test_the_domain_imports_only_the_standard_library():
    assert not _offenders(_modules(HOST / "domain"), lambda path: _foreign(path, "sellervitals.domain"))


@pytest.mark.parametrize("plugin", PLUGINS, ids=lambda path: path.name)
def test_a_plugin_imports_only_the_sdk_and_itself(plugin):
    assert not _offenders(_modules(plugin), lambda path: _foreign(path, plugin.name, "sellervitals.plugin"))


def test_only_routes_jobs_cli_and_app_know_the_store():
    others = [path for path in _modules(HOST) if not MAY_USE_THE_STORE.fullmatch(_name(path))]
    assert not _offenders(
        others, lambda path: [name for name in _imports(path) if _under(name, "sellervitals.store")]
    )


def test_no_import_is_relative():
    def relative(path):
        return [
            f"line {node.lineno}"
            for node in ast.walk(_tree(path))
            if isinstance(node, ast.ImportFrom) and node.level
        ]

    assert not _offenders(EVERYTHING, relative)


def test_only_config_reads_the_environment():
    def reads(path):
        yield from (
            name
            for name in _imports(path)
            if _under(name, "environs", "os.environ", "os.environb", "os.getenv")
        )
        for node in ast.walk(_tree(path)):
            of_os = (
                isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "os"
            )
            if of_os and node.attr in {"environ", "environb", "getenv"}:  # a request has an environ too
                yield f"line {node.lineno}"

    assert not _offenders([path for path in EVERYTHING if path != HOST / "config.py"], reads)


def test_modules_are_named_for_what_they_hold():
    assert not _offenders(EVERYTHING, lambda path: VAGUE.intersection(_name(path).split(".")))


def test_u03_no_float_where_rates_are_judged():
    def floats(path):
        for node in ast.walk(_tree(path)):
            literal = isinstance(node, ast.Constant) and isinstance(node.value, float)
            if literal or (isinstance(node, ast.Name) and node.id == "float"):
                yield f"line {node.lineno}"

    judging = [
        *_modules(HOST / "domain"),
        *_modules(HOST / "foresight"),
        HOST / "engine.py",
        HOST / "scoring.py",
    ]
    assert not _offenders([*judging, *(path for plugin in PLUGINS for path in _modules(plugin))], floats)


def test_every_imported_library_is_declared():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    declared = {Requirement(line).name for line in project["dependencies"]}
    owners = packages_distributions()

    def undeclared(path):
        for name in _foreign(path, "sellervitals", "_typeshed"):
            top = name.partition(".")[0]
            if not declared.intersection(each.lower() for each in owners.get(top, [top])):
                yield top

    # The test kit runs in the environment of a plugin's author, who has pytest.
    assert not _offenders(
        [path for path in _modules(HOST) if HOST / "testing" not in path.parents], undeclared
    )


def test_the_source_roots_are_not_importable():
    host = import_module("sellervitals")
    for module in pkgutil.walk_packages(host.__path__, "sellervitals."):
        if ".migrations." not in module.name:
            import_module(module.name)
    assert not {"api", "plugins"} & set(sys.modules)
    asked = [sys.executable, "-P", "-c", "import api"]
    answer = subprocess.run(asked, check=False, capture_output=True, text=True)
    assert "ModuleNotFoundError" in answer.stderr
