"""Promises and tests name each other: no promise without a test, no id that is explained nowhere."""

import re
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[2]
ROWS = re.findall(r"^\| ([RMSAOUB]\d\d) \|", (ROOT / "docs" / "promises.md").read_text("utf-8"), re.MULTILINE)
SOURCES = [path.read_text("utf-8") for path in (ROOT / "tests").rglob("test_*.py") if path != Path(__file__)]


def _found(pattern):
    return {each.upper() for text in SOURCES for each in re.findall(pattern, text)}


def test_every_promise_has_a_test_of_its_id():
    # in the name of a test, or of one of its cases: `id="b05-nan"`
    assert not set(ROWS) - _found(r"(?:_|[\"'])([rmsaoubB]\d\d)(?=[-_ \"'])")


def test_every_id_in_the_name_of_a_test_is_explained():
    named = {
        each for name in _found(r"def test_((?:[rmsaoub]\d\d_)+)") for each in name.strip("_").split("_")
    }
    assert named
    assert not named - set(ROWS)


def test_every_promise_stands_once_and_in_order():
    assert not [row for row, times in Counter(ROWS).items() if times > 1]
    for group in "RMSAOUB":
        mine = [row for row in ROWS if row[0] == group]
        assert mine == sorted(mine)
