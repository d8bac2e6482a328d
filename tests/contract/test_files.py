"""The shape of the repository: sizes, docstrings, names, and what may not stand in any file."""

import ast
import re
import tomllib
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[2]
FRAGMENTS = ROOT / "changelog.d"
# Put together here, so that this file does not hold what it looks for.
REGISTRIES = [
    ".".join(parts)
    for parts in (
        *(("pypi", "org"), ("pythonhosted", "org"), ("npmjs", "org"), ("npmjs", "com"), ("yarnpkg", "com")),
        *(("crates", "io"), ("rubygems", "org"), ("golang", "org"), ("anaconda", "org"), ("maven", "org")),
        *(
            ("docker", "io"),
            ("ghcr", "io"),
            ("quay", "io"),
            ("gcr", "io"),
            ("jsdelivr", "net"),
            ("unpkg", "com"),
        ),
    )
]
MACHINE = re.compile(r"(?<![\w.:/-])/(?:root|work|home/\w+|Users/\w+|tmp/venv)[-/]|\.\./shared\b")


def _sources(tracked, *folders):
    roots = [ROOT / folder for folder in folders]
    return [path for path in tracked if path.suffix == ".py" and any(root in path.parents for root in roots)]


def _lines(path):
    return len(path.read_text("utf-8").splitlines())


def test_a_rule_fits_on_one_screen(tracked):
    rules = [path for path in _sources(tracked, "plugins") if path.parent.name == "rules"]
    assert {path.name: _lines(path) for path in rules if _lines(path) > 60} == {}


def test_modules_are_small(tracked):
    sizes = {
        str(path.relative_to(ROOT)): _lines(path) for path in _sources(tracked, "api", "plugins", "bench")
    }
    assert {name: size for name, size in sizes.items() if size > 400} == {}
    host = [size for name, size in sizes.items() if name.startswith("api/") and size > 1]
    assert median(host) <= 120


def test_every_module_says_in_a_sentence_what_it_is(tracked):
    silent = []
    for path in _sources(tracked, "api", "plugins", "bench"):
        said = ast.get_docstring(ast.parse(path.read_text("utf-8"))) or ""
        if not re.match(r"\S.+[.:](\n|$)", said.partition("\n\n")[0], re.DOTALL):
            silent.append(path.relative_to(ROOT))
    assert not silent


def test_source_roots_hold_packages_and_nothing_else(tracked):
    for root in (ROOT / "api", ROOT / "plugins"):
        held = {path.relative_to(root).parts for path in tracked if root in path.parents}
        packages = {parts[0] for parts in held if parts[1:] == ("__init__.py",)}
        assert {parts[0] for parts in held} == packages
        assert all(name.startswith("sellervitals") for name in packages)


def test_every_folder_of_modules_is_a_package(tracked):
    sources = _sources(tracked, "api", "plugins")
    assert {path.parent for path in sources if path.parent.name != "versions"} <= {
        path.parent for path in sources if path.name == "__init__.py"
    } | _scaffolds(sources)


def _scaffolds(sources):
    """Folders of files that `new-plugin` copies; they are no modules of ours."""
    return {path.parent for path in sources if {"templates", "scaffold"} & set(path.parts)}


def test_test_folders_are_no_packages(tracked):
    assert not [path for path in _sources(tracked, "tests/contract") if path.name == "__init__.py"]


def test_no_file_names_a_registry_or_a_machine(tracked):
    found = []
    for path in tracked:
        text = path.read_text("utf-8", errors="ignore")
        found += [f"{path.relative_to(ROOT)}: {host}" for host in REGISTRIES if host in text]
        found += [f"{path.relative_to(ROOT)}: {match[0]}" for match in MACHINE.finditer(text)]
    assert not found


def test_nothing_binary_is_kept(tracked):
    """A database or an archive that slipped in; what tests feed to the readers may be anything."""
    kept = [path for path in tracked if ROOT / "tests" not in path.parents]
    assert not [str(path.relative_to(ROOT)) for path in kept if b"\0" in path.read_bytes()]


def test_text_files_end_with_one_newline_and_have_no_trailing_blanks(tracked):
    wrong = []
    for path in tracked:
        if path.suffix in {".py", ".md", ".toml", ".yaml", ".yml", ".lock", ""} and path.name != ".gitignore":
            text = path.read_text("utf-8", errors="ignore")
            if text and (
                not text.endswith("\n") or text.endswith("\n\n") or re.search(r"[ \t]+$", text, re.MULTILINE)
            ):
                wrong.append(str(path.relative_to(ROOT)))
    assert not wrong


def test_changelog_fragments_are_well_named(tracked):
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["towncrier"]
    kinds = "|".join(kind["directory"] for kind in settings["type"])
    named = re.compile(rf"(\d+|\+[a-z0-9-]+)\.({kinds})(\.\d+)?\.md")
    fragments = [path for path in tracked if path.parent == FRAGMENTS and path.name != "README.md"]
    assert not [path.name for path in fragments if not named.fullmatch(path.name)]
    assert not [path.name for path in fragments if not path.read_text("utf-8").strip()]
    explained = (FRAGMENTS / "README.md").read_text("utf-8")
    assert not [kind for kind in kinds.split("|") if f"`{kind}`" not in explained]
