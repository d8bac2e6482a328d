"""Documents to read: the stored samples, and the same with a few fields changed."""

import copy
import json
from decimal import Decimal
from pathlib import Path

import pytest

from sellervitals_walmart.documents.performance_summary import read

PAYLOADS = Path(__file__).parent.parent / "payloads"


def _load(name):
    return json.loads((PAYLOADS / f"{name}.json").read_text("utf-8"), parse_float=Decimal)


@pytest.fixture
def load():
    return _load


@pytest.fixture
def changed():
    """A sample summary with fields of its payload replaced; None takes a field away."""

    def sample(name, **fields):
        content = copy.deepcopy(_load(name))
        payload = content["payload"]
        payload |= fields
        for key in [key for key, value in payload.items() if value is None]:
            del payload[key]
        return json.loads(json.dumps(content, default=str), parse_float=Decimal)

    return sample


@pytest.fixture
def read_changed(changed):
    """Read such a summary; gives the reading."""

    def reading(name, **fields):
        return read(changed(name, **fields))

    return reading
