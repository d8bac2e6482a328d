"""The samples and exactly what is read from them, a line for each measurement, case, day and remark.

Run this file with Python to write the expected readings anew; then read the difference.
"""

import json
import random
from decimal import Decimal
from pathlib import Path

import pytest

from sellervitals import plugin as sdk
from sellervitals_shopee.documents import ALL
from sellervitals_shopee.marketplace import SHOPEE

GOLDEN = Path(__file__).parent / "golden"
PAYLOADS = Path(__file__).parent.parent / "payloads"
SAMPLES = {
    "error_no_permission.composed": "error-answer",
    "get_late_orders.sample": "late-orders",
    "get_listings_with_issues.sample": "listings-with-issues",
    "get_metric_source_detail.lsr.sample": "metric-source-detail",
    "get_metric_source_detail.nfr.composed": "metric-source-detail",
    "get_metric_source_detail.opfr.composed": "metric-source-detail",
    "get_penalty_point_history.sample": "penalty-point-history",
    "get_punishment_history.ongoing.sample": "punishment-history",
    "get_shop_performance.composed": "shop-performance",
    "get_shop_performance.sample": "shop-performance",
    "push_code_28.points_issued.sample": "penalty-push",
    "push_code_28.points_removed.composed": "penalty-push",
    "push_code_28.tier_update.composed": "penalty-push",
    "shop_penalty.legacy.fixture": "shop-penalty",
}


def _load(name):
    return json.loads((PAYLOADS / f"{name}.json").read_text(encoding="utf-8"), parse_float=Decimal)


def _number(value):
    return value.decimal().normalize() if isinstance(value, sdk.Rate) else value


def _line(each):
    target = "-" if each.target is None else f"{each.target.comparator} {_number(each.target.value)}"
    target += f" {each.target.trust}" if each.target is not None else ""
    counts = f"{each.numerator}/{each.denominator}"
    days = "-" if each.window is None else f"{each.window.start}..{each.window.end}"
    parts = ",".join(f"{name}={count}" for name, count in each.parts.items())
    parts += ",".join(f"{name}={_number(share)}" for name, share in each.shares.items())
    fields = (
        *(each.metric, each.segment, _number(each.value), counts, target, parts, days),
        *(each.exempt_until, each.severity, each.missing, each.pointer),
    )
    return " | ".join("-" if field in (None, "") else str(field) for field in fields)


def _cases(each):
    if each.breakdown is None:
        return
    yield f"  of {each.breakdown.total}"
    for item in each.breakdown.items:
        yield f"  {item.id} | {item.situation} | {_number(item.value)} {item.unit} | {item.deadline}"
    for deadline in each.breakdown.deadlines:
        yield f"  {deadline.day} {deadline.kind}: {deadline.says}"


def _written(reading):
    lines = [f"sites: {reading.sites}", f"seller: {reading.seller_id}", f"observed: {reading.observed_at}"]
    for each in reading.measurements:
        lines += [f"judged: {_line(each)}", *_cases(each)]
    lines += [f"older: {_line(each)}" for each in reading.history]
    lines += [f"notice: {each.code} {each.pointer}: {each.message}" for each in reading.notices]
    lines += [f"ignored: {each.pointer} {each.message}" for each in reading.ignored]
    return "\n".join(lines) + "\n"


def _expected(name):
    return GOLDEN / f"{name}.txt"


def _shuffled(value, random_):
    if isinstance(value, dict):
        keys = list(value)
        random_.shuffle(keys)
        return {key: _shuffled(value[key], random_) for key in keys}
    return [_shuffled(each, random_) for each in value] if isinstance(value, list) else value


def test_u10_every_payload_is_among_the_samples():
    assert SAMPLES.keys() == {path.stem for path in PAYLOADS.glob("*.json")}
    assert {path.stem for path in GOLDEN.glob("*.txt")} == SAMPLES.keys()


@pytest.mark.parametrize("name", SAMPLES)
def test_u10_sample_reads_as_its_golden_file_says(name):
    content = _load(name)
    (found,) = (each for each in ALL if each.recognises(content))
    assert found.type == f"shopee.{SAMPLES[name]}"
    assert _written(found.read(content)) == _expected(name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", SAMPLES)
def test_r15_shuffled_keys_give_the_identical_reading(name):
    content = _load(name)
    (document,) = (each for each in ALL if each.recognises(content))
    first, random_ = _written(document.read(content)), random.Random(15)
    assert all(_written(document.read(_shuffled(content, random_))) == first for _ in range(10))


@pytest.mark.parametrize("name", SAMPLES)
def test_only_declared_metrics_are_brought(name):
    content = _load(name)
    (document,) = (each for each in ALL if each.recognises(content))
    reading = document.read(content)
    assert {each.metric for each in (*reading.measurements, *reading.history)} <= set(document.metrics)
    assert set(document.metrics) <= set(SHOPEE.by_id)


if __name__ == "__main__":
    for sample in SAMPLES:
        content = _load(sample)
        text = next(_written(each.read(content)) for each in ALL if each.recognises(content))
        _expected(sample).write_text(text, encoding="utf-8")
