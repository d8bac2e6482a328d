"""Shopee's answers to read: the stored samples, and small ones made of what a test needs."""

import json
from decimal import Decimal
from pathlib import Path

import pytest

from sellervitals.engine import Engine
from sellervitals.plugins import Registry
from sellervitals.testing import snapshot
from sellervitals_shopee.marketplace import SHOPEE
from sellervitals_shopee.rules import ALL

PAYLOADS = Path(__file__).parent / "payloads"
DAY = "2026-11-22"


def _loads(text):
    """Parse as the host does: whole numbers of any length, decimals exactly."""
    return json.loads(text, parse_float=Decimal)


@pytest.fixture
def payload():
    def load(name):
        return _loads((PAYLOADS / f"{name}.json").read_text(encoding="utf-8"))

    return load


@pytest.fixture
def answered():
    """Put a response into the envelope of an answer without an error."""

    def answer(**response):
        content = {"error": "", "message": "", "request_id": "r1", "response": response}
        return _loads(json.dumps(content))

    return answer


@pytest.fixture
def judge_all():
    """Judge measurements by every rule and give the findings by rule and segment."""
    engine = Engine(Registry(marketplaces={SHOPEE.id: SHOPEE}, rules={rule.id: rule for rule in ALL}))

    def judge(measurements, *, day=DAY, site=None, history=()):
        account = snapshot(SHOPEE.id, measurements, day=day, site=site, history=history)
        return engine.evaluate(account)

    return judge
