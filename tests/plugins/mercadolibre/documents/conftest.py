"""Stored payloads, parsed as a request parses them, and what a reading says in short."""

import json
from decimal import Decimal
from pathlib import Path

import pytest

PAYLOADS = Path(__file__).parent.parent / "payloads"


@pytest.fixture
def payload():
    def load(name):
        return json.loads((PAYLOADS / f"{name}.json").read_text("utf-8"), parse_float=Decimal)

    return load


@pytest.fixture
def told():
    """Write measurements as lines: metric, segment, value, counts, period, verdict, place."""

    def lines(reading, site=None):
        return [
            "|".join(
                str("-" if each in {None, ""} else each)
                for each in (
                    found.metric,
                    found.segment,
                    found.value,
                    found.numerator,
                    found.denominator,
                    found.period,
                    found.verdict,
                    found.pointer,
                )
            )
            for found in reading.measurements
            if site is None or found.site == site
        ]

    return lines
