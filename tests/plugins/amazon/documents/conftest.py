"""Reports to read: the stored samples, and small ones made of single blocks."""

import json
from decimal import Decimal
from pathlib import Path

import pytest

from sellervitals_amazon.documents.performance_report import read

PAYLOADS = Path(__file__).parent.parent / "payloads"
US = "ATVPDKIKX0DER"


@pytest.fixture
def payload():
    def load(name):
        text = (PAYLOADS / f"seller-performance.{name}.json").read_text(encoding="utf-8")
        return json.loads(text, parse_float=Decimal)

    return load


@pytest.fixture
def read_blocks():
    """Read a report of one store with these blocks; numbers come as the strict parser gives them."""

    def reading(**blocks):
        content = json.loads(json.dumps(blocks), parse_float=Decimal)
        return read({"performanceMetrics": [{"marketplaceId": US, **content}]})

    return reading


@pytest.fixture
def read_block(read_blocks):
    """Read a report of one block and give its only measurement."""

    def measurement(key, block):
        (found,) = read_blocks(**{key: block}).measurements
        return found

    return measurement
