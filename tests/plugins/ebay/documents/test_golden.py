"""The sample documents and exactly what is read from them, a line for each measurement and remark.

Run this file with Python to write the expected readings anew; then read the difference.
"""

import json
import random
from decimal import Decimal
from pathlib import Path

import pytest

from sellervitals import plugin as sdk
from sellervitals_ebay.documents import ALL
from sellervitals_ebay.marketplace import EBAY

GOLDEN = Path(__file__).parent / "golden"
PAYLOADS = Path(__file__).parent.parent / "payloads"
SAMPLES = sorted(PAYLOADS.glob("*.json"))
each_sample = pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)


def _load(path):
    return json.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)


def _reader(content):
    [found] = [each for each in ALL if each.recognises(content)]
    return found


def _written(value):
    if isinstance(value, sdk.Rate):
        return value.display()
    if isinstance(value, sdk.Target):
        return f"{value.comparator.value} {_written(value.value)} ({value.trust.value})"
    if isinstance(value, sdk.Window):
        return f"{value.start}..{value.end}"
    if isinstance(value, dict):
        return ",".join(f"{name}={_written(each)}" for name, each in value.items())
    if isinstance(value, sdk.Breakdown):
        return ",".join(f"{each.id} {each.listing} {_written(each.value)}" for each in value.items) or "none"
    return str(value)


def _line(each):
    counts = None if each.denominator is None else f"{each.numerator}/{each.denominator}"
    fields = (
        each.metric,
        each.segment,
        each.site,
        each.value,
        counts,
        each.window,
        each.target,
        each.verdict,
        each.good,
        dict(each.parts),
        dict(each.shares),
        each.breakdown,
        each.rebuilt_from,
        each.pointer,
    )
    return " | ".join("-" if field in (None, "", {}) else _written(field) for field in fields)


def _lines(reading):
    lines = [
        f"sites: {', '.join(map(str, reading.sites))}",
        f"main: {reading.main_site}",
        f"observed: {reading.observed_at}",
    ]
    lines += [f"judged: {_line(each)}" for each in reading.measurements]
    lines += [f"older: {_line(each)}" for each in reading.history]
    lines += [f"notice: {each.code} {each.pointer}: {each.message}" for each in reading.notices]
    lines += [f"ignored: {each.pointer}" for each in reading.ignored]
    return "\n".join(lines) + "\n"


def _expected(path):
    return GOLDEN / f"{path.stem}.txt"


def _shuffled(value, random_):
    if isinstance(value, dict):
        keys = list(value)
        random_.shuffle(keys)
        return {key: _shuffled(value[key], random_) for key in keys}
    return [_shuffled(each, random_) for each in value] if isinstance(value, list) else value


def test_there_are_eight_samples():
    assert len(SAMPLES) == 8


@each_sample
def test_u10_sample_reads_as_its_golden_file_says(path):
    content = _load(path)
    assert _lines(_reader(content).read(content)) == _expected(path).read_text(encoding="utf-8")


@each_sample
def test_nothing_in_a_sample_is_unknown(path):
    content = _load(path)
    assert _reader(content).read(content).ignored == ()


@each_sample
def test_r15_shuffled_keys_give_the_identical_reading(path):
    content = _load(path)
    first, random_ = _lines(_reader(content).read(content)), random.Random(15)
    for _ in range(5):
        other = _shuffled(content, random_)
        assert _lines(_reader(other).read(other)) == first


@each_sample
def test_reading_leaves_the_document_as_it_was(path):
    content = _load(path)
    before = repr(content)
    _reader(content).read(content)
    assert repr(content) == before


@each_sample
def test_every_measurement_says_where_it_stood(path):
    content = _load(path)
    document = _reader(content)
    reading = document.read(content)
    for each in (*reading.measurements, *reading.history):
        assert each.document == document.type
        assert each.metric in document.metrics
        place = content
        for step in each.pointer.split("/")[1:]:
            place = place[int(step)] if isinstance(place, list) else place[step]
        assert place is not None


def test_what_documents_bring_are_metrics_of_the_marketplace():
    for document in ALL:
        assert set(document.metrics) <= set(EBAY.by_id)


if __name__ == "__main__":
    GOLDEN.mkdir(exist_ok=True)
    for sample in SAMPLES:
        given = _load(sample)
        _expected(sample).write_text(_lines(_reader(given).read(given)), encoding="utf-8")
