"""The page on adding a marketplace shows the code as it is."""

import re
from pathlib import Path

import sellervitals_mercadolibre

HERE = Path(__file__)
PAGE = (HERE.parents[3] / "docs" / "adding-a-marketplace.md").read_text("utf-8")
PLUGIN = Path(sellervitals_mercadolibre.__file__).parent


def test_every_line_of_code_on_the_page_stands_in_the_plugin_or_its_tests():
    files = [*PLUGIN.rglob("*.py"), *HERE.parent.glob("test_*.py")]
    real = {line.strip() for path in files for line in path.read_text("utf-8").splitlines()}
    blocks = re.findall(r"^```python\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    shown = {line.strip() for block in blocks for line in block.splitlines()}
    assert len(blocks) >= 4
    assert shown - real <= {"...", ""}


def test_every_module_on_the_page_is_there():
    for name in re.findall(r"^    (\w+(?:\.py|/)) ", PAGE, re.MULTILINE):
        assert (PLUGIN / name).exists(), name
