"""The sample planning reports and exactly what is read from them.

Run this file with Python to write the expected readings anew; then read the difference.
"""

import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from sellervitals_amazon.documents.inventory_planning import read, recognises

GOLDEN = Path(__file__).parent / "golden"
SAMPLES = sorted((Path(__file__).parent.parent / "payloads").glob("fba-inventory-*"))


def _plain(value):
    if isinstance(value, Decimal | date):
        return str(value)
    if hasattr(value, "_asdict"):
        return {key: _plain(each) for key, each in value._asdict().items() if each not in (None, (), "")}
    if isinstance(value, tuple | list):
        return [_plain(each) for each in value]
    return value


def _reading(path):
    with path.open(encoding="utf-8", newline="") as file:
        return _plain(read(file.read()))


def _expected(path):
    return GOLDEN / f"{path.name}.json"


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_the_sample_is_read_as_it_is_written_down(path):
    assert recognises(path.read_text("utf-8"))
    assert _reading(path) == json.loads(_expected(path).read_text("utf-8"))


def test_all_generations_are_held():
    assert len(SAMPLES) == 3


if __name__ == "__main__":
    for sample in SAMPLES:
        _expected(sample).write_text(json.dumps(_reading(sample), indent=1) + "\n", "utf-8")
