"""The sample reports and exactly what is read from them.

Run this file with Python to write the expected readings anew; then read the difference.
"""

import json
import random
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from sellervitals import plugin as sdk
from sellervitals_amazon.documents import ALL
from sellervitals_amazon.documents.performance_report import DOCUMENT, read, recognises
from sellervitals_amazon.marketplace import AMAZON

GOLDEN = Path(__file__).parent / "golden"
PAYLOADS = Path(__file__).parent.parent / "payloads"
_DEFAULTS = {("exclusive", False), ("trust", "official")}
SAMPLES = sorted(PAYLOADS.glob("seller-performance.*.json"))


def _plain(value):  # noqa: PLR0911 - one kind of value after the other
    """A reading as readable JSON; what is empty is left out."""
    if isinstance(value, sdk.Rate):
        return f"{value.decimal():f}"
    if isinstance(value, Decimal):
        return f"{value:f} (number)"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, sdk.Comparator):
        return value.value
    if hasattr(value, "_asdict"):
        said = ((key, each) for key, each in value._asdict().items() if each is not None)
        return {
            key: _plain(each)
            for key, each in said
            if each not in ((), {}, "") and not any((key, each) == usual for usual in _DEFAULTS)
        }
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    return value


def _load(path):
    return json.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)


def _expected(path):
    return GOLDEN / path.name.removeprefix("seller-performance.")


def _shuffled(value, random_):
    if isinstance(value, dict):
        keys = list(value)
        random_.shuffle(keys)
        return {key: _shuffled(value[key], random_) for key in keys}
    if isinstance(value, list):
        return [_shuffled(each, random_) for each in value]
    return value


def test_there_are_four_samples():
    assert len(SAMPLES) == 4


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_u10_sample_reads_as_its_golden_file_says(path):
    content = _load(path)
    assert recognises(content)
    assert _plain(read(content)) == json.loads(_expected(path).read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_r15_shuffled_keys_give_the_identical_reading(path):
    content = _load(path)
    first = repr(read(content))
    random_ = random.Random(15)
    assert all(repr(read(_shuffled(content, random_))) == first for _ in range(10))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_reading_leaves_the_document_as_it_was(path):
    content = _load(path)
    before = repr(content)
    read(content)
    assert repr(content) == before


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_every_measurement_says_where_it_stood(path):
    content = _load(path)
    for each in read(content).measurements:
        assert each.document == DOCUMENT.type
        assert each.metric in DOCUMENT.metrics
        place = content
        for step in each.pointer.split("/")[1:]:
            place = place[int(step)] if isinstance(place, list) else place[step]
        assert isinstance(place, dict)


def test_the_report_is_registered():
    assert DOCUMENT in ALL
    assert DOCUMENT.type == "amazon.seller-performance-report"
    assert set(DOCUMENT.metrics) <= set(AMAZON.by_id)


if __name__ == "__main__":
    GOLDEN.mkdir(exist_ok=True)
    for sample in SAMPLES:
        text = json.dumps(_plain(read(_load(sample))), indent=2, ensure_ascii=False)
        _expected(sample).write_text(text + "\n", encoding="utf-8")
