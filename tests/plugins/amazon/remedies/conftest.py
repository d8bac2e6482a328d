from datetime import UTC, date, datetime

import orjson
import pytest

from sellervitals.judge import Judge
from sellervitals.plugins import discover

JUDGE = Judge(discover(strict=True))


@pytest.fixture
def ask():
    """Judge typed metrics of one account as over HTTP; gives the answer as its reader sees it."""

    def judge(metrics, *, site="US", as_of="2026-11-22", documents=()):
        request = {
            "account": {"marketplace": "amazon", "site": site},
            "metrics": metrics,
            "documents": [{"content": each} for each in documents],
            "as_of": date.fromisoformat(as_of),
            "store": False,
        }
        [judged] = JUDGE.judge(request, now=datetime(2026, 11, 22, tzinfo=UTC), digest="sha256:0")
        return orjson.loads(judged.body)

    return judge


@pytest.fixture
def finding(ask):
    """The finding of one rule on typed metrics."""

    def of(rule, metrics, **more):
        [found] = [each for each in ask(metrics, **more)["findings"] if each["rule"] == f"amazon.{rule}"]
        return found

    return of
