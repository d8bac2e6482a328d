"""A long planning report takes time by its rows and no more; `make bench` holds the promised figures."""

import importlib.util
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sellervitals.judge import Judge
from sellervitals.plugins import discover

BENCH = Path(__file__).parents[4] / "bench" / "rows.py"
GENEROUS = 3
"""Machines are busy; what grows with the square of the rows would take ten times as long."""


@pytest.fixture(scope="module")
def bench():
    spec = importlib.util.spec_from_file_location("bench_rows", BENCH)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def judged(bench, tmp_path_factory):
    """Judge a made-up report of so many rows: the evaluation and its CPU seconds."""
    judge = Judge(discover(strict=True))
    path = tmp_path_factory.mktemp("rows") / "report.tsv"

    def timed(number):
        bench.write(path, number)
        request = {"documents": [{"content": path.read_text("utf-8")}]}
        best = float("inf")
        for _ in range(3):
            began = time.process_time()
            (found, *_) = judge.judge(request, now=datetime(2026, 11, 22, tzinfo=UTC), digest="sha256:0")
            best = min(best, time.process_time() - began)
        return found.evaluation, best

    return timed


def test_ten_times_the_rows_take_about_ten_times_the_time(judged):
    _, few = judged(1_000)
    evaluation, many = judged(10_000)
    assert many < 10 * few * GENEROUS
    assert many < 3 / 10 * GENEROUS
    by_rule = {each.rule.id: each for each in evaluation.findings}
    excess = by_rule["amazon.excess-inventory"].measurement
    assert evaluation.snapshot.site == "US"
    assert (len(excess.breakdown.items), excess.breakdown.total > 500) == (50, True)
    assert by_rule["amazon.sell-through"].value is not None
    assert by_rule["amazon.in-stock-rate"].value is not None
