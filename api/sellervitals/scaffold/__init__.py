"""What ``sellervitals new-plugin NAME`` writes: a distribution that passes its own tests."""

from __future__ import annotations

from importlib.metadata import entry_points
from importlib.resources import files
from pathlib import Path
from string import Template

from sellervitals.domain.fault import MetadataError, snake
from sellervitals.hookspecs import PROJECT

FILES = {
    "pyproject.toml": "pyproject.toml",
    "README.md": "README.md",
    "src/sellervitals_$name/__init__.py": "plugin.py",
    "src/sellervitals_$name/py.typed": "",
    "src/sellervitals_$name/marketplace.py": "marketplace.py",
    "src/sellervitals_$name/scorecard.py": "scorecard.py",
    "src/sellervitals_$name/rules/__init__.py": "rules.py",
    "src/sellervitals_$name/rules/late_shipment_rate.py": "rule.py",
    "tests/test_conformance.py": "test_conformance.py",
    "tests/test_late_shipment_rate.py": "test_rule.py",
}
"""The distribution, path by path, with the template of each file; no template means an empty file."""


def write(name: str, folder: Path) -> Path:
    """Write the distribution ``sellervitals-NAME`` into a folder, which is made when it is not there.

    Args:
        name: the plugin's and the marketplace's name in snake_case, such as ``my_shop``.
        folder: where the distribution's own folder is put.

    Returns:
        The distribution's folder.

    Raises:
        ValueError: the name cannot be used, or an installed plugin has it already.
        FileExistsError: the distribution's folder exists.
    """
    try:
        snake(name, "new plugin", "NAME")
    except MetadataError as fault:
        raise ValueError(f"{fault}.") from fault
    if name in {point.name for point in entry_points(group=PROJECT)}:
        raise ValueError(f"new plugin: NAME {name!r} is taken by an installed plugin.")
    words = {"name": name, "title": name.replace("_", " ").title(), "dashed": name.replace("_", "-")}
    root = folder / f"sellervitals-{words['dashed']}"
    root.mkdir(parents=True)
    templates = files(__name__) / "templates"
    for path, template in FILES.items():
        target = root / Template(path).substitute(words)
        target.parent.mkdir(parents=True, exist_ok=True)
        source = (templates / f"{template}.txt").read_text("utf-8") if template else ""
        target.write_text(Template(source).substitute(words), "utf-8")
    return root
