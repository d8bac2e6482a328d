"""The samples of history and exactly what is read from them, a line for each measurement and remark.

Run this file with Python to write the expected readings anew; then read the difference.
"""

import json
import random
from decimal import Decimal
from pathlib import Path

import pytest

from sellervitals import plugin as sdk
from sellervitals_amazon.documents import ALL
from sellervitals_amazon.documents.account_status_changed import DOCUMENT as CHANGED
from sellervitals_amazon.documents.data_kiosk import DOCUMENT as ANALYTICS
from sellervitals_amazon.marketplace import AMAZON

GOLDEN = Path(__file__).parent / "golden"
PAYLOADS = Path(__file__).parent.parent / "payloads"
SAMPLES = {
    "data-kiosk.seller-analytics.days.jsonl": ANALYTICS,
    "data-kiosk.seller-analytics.month.json": ANALYTICS,
    "account-status-changed.notification.json": CHANGED,
}


def _load(name):
    text = (PAYLOADS / name).read_text(encoding="utf-8")
    return text if name.endswith(".jsonl") else json.loads(text, parse_float=Decimal)


def _line(each):
    value = each.value.decimal() if isinstance(each.value, sdk.Rate) else each.value
    counts = f"{each.numerator}/{each.denominator}"
    days = "-" if each.window is None else f"{each.window.start}..{each.window.end}"
    parts = ",".join(f"{name}={count}" for name, count in each.parts.items())
    fields = (each.metric, each.segment, each.site, value, counts, parts, days, each.verdict, each.pointer)
    return " | ".join("-" if field in (None, "") else str(field) for field in fields)


def _written(reading):
    lines = [f"sites: {', '.join(map(str, reading.sites))}", f"observed: {reading.observed_at}"]
    lines += [f"judged: {_line(each)}" for each in reading.measurements]
    lines += [f"older: {_line(each)}" for each in reading.history]
    lines += [f"notice: {each.code} {each.pointer}: {each.message}" for each in reading.notices]
    lines += [f"ignored: {each.pointer}" for each in reading.ignored]
    return "\n".join(lines) + "\n"


def _expected(name):
    return GOLDEN / f"{name}.txt"


def _shuffled(value, random_):
    if isinstance(value, dict):
        keys = list(value)
        random_.shuffle(keys)
        return {key: _shuffled(value[key], random_) for key in keys}
    return [_shuffled(each, random_) for each in value] if isinstance(value, list) else value


@pytest.mark.parametrize("name", SAMPLES)
def test_u10_sample_reads_as_its_golden_file_says(name):
    content = _load(name)
    found = [each for each in ALL if each.recognises(content)]
    assert found == [SAMPLES[name]]
    assert _written(found[0].read(content)) == _expected(name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", [name for name in SAMPLES if name.endswith(".json")])
def test_r15_shuffled_keys_give_the_identical_reading(name):
    content = _load(name)
    first = _written(SAMPLES[name].read(content))
    random_ = random.Random(15)
    assert all(_written(SAMPLES[name].read(_shuffled(content, random_))) == first for _ in range(10))


@pytest.mark.parametrize("name", SAMPLES)
def test_only_declared_metrics_are_brought(name):
    reading, document = SAMPLES[name].read(_load(name)), SAMPLES[name]
    assert {each.metric for each in (*reading.measurements, *reading.history)} <= set(document.metrics)
    assert set(document.metrics) <= set(AMAZON.by_id)


if __name__ == "__main__":
    for sample, reader in SAMPLES.items():
        _expected(sample).write_text(_written(reader.read(_load(sample))), encoding="utf-8")
