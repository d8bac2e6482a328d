"""One name per rule: its id, its file, its test and its page. And no test or page without a rule."""

from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MARKETPLACES = sorted(
    path.parent.name.removeprefix("sellervitals_") for path in (ROOT / "plugins").glob("*/rules")
)


def _files(marketplace):
    folder = ROOT / "plugins" / f"sellervitals_{marketplace}" / "rules"
    return {path.stem for path in folder.glob("*.py")} - {"__init__"}


@pytest.mark.parametrize("marketplace", MARKETPLACES)
def test_a_rule_is_in_the_file_of_its_name(marketplace):
    for file in _files(marketplace):
        rule = import_module(f"sellervitals_{marketplace}.rules.{file}").RULE
        assert rule.id == f"{marketplace}.{file.replace('_', '-')}"


@pytest.mark.parametrize("marketplace", MARKETPLACES)
def test_every_rule_has_a_test_of_its_name(marketplace):
    folder = ROOT / "tests" / "plugins" / marketplace / "rules"
    assert {path.stem.removeprefix("test_") for path in folder.glob("test_*.py")} == _files(marketplace)


@pytest.mark.parametrize("marketplace", MARKETPLACES)
def test_every_rule_has_a_page_of_its_name(marketplace):
    pages = {path.stem for path in (ROOT / "docs" / "rules" / marketplace).glob("*.md")} - {"README", "index"}
    assert pages == {file.replace("_", "-") for file in _files(marketplace)}
