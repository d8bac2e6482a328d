"""Judging a request leaves the process as it was."""

import gc
from datetime import UTC, datetime

import pytest

from sellervitals.judge import Judge
from sellervitals.plugins import discover
from sellervitals.problems import RefusedError

NOW = datetime(2026, 11, 22, tzinfo=UTC)
GOOD = {
    "account": {"marketplace": "amazon"},
    "metrics": {"cancellation_rate": {"numerator": 1, "denominator": 99}},
}


@pytest.mark.parametrize("running", [True, False])
def test_the_garbage_collector_runs_on_as_before_even_after_a_refusal(running):
    judge = Judge(discover())
    before = gc.isenabled()
    try:
        (gc.enable if running else gc.disable)()
        judge.judge(GOOD, now=NOW, digest="sha256:0")
        with pytest.raises(RefusedError):
            judge.judge({"documents": [{"content": {}}]}, now=NOW, digest="sha256:0")
        assert gc.isenabled() is running
    finally:
        (gc.enable if before else gc.disable)()
