"""Records to store."""

import os
from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from itertools import count
from typing import Any

import pytest

from sellervitals.store import EvaluationRecord, MeasurementRecord, Summary, new_id

_ticks = count()


def evaluation(*, measurements: int = 2, result: bytes | None = None, **fields: Any) -> EvaluationRecord:
    """Build a record that is one millisecond newer than the one before, and says something new."""
    tick = next(_ticks)
    now_ms = 1_795_305_600_000 + tick
    identifier = fields.get("id", new_id("ev", now_ms))
    summary = Summary(
        id=identifier,
        created_at=datetime.fromtimestamp(now_ms / 1000, UTC),
        marketplace="amazon",
        site="US",
        seller_id="A1",
        observed_at=datetime(2026, 11, 22, 3, 4, 5, 678901, tzinfo=UTC),
        as_of=date(2026, 11, 22),
        score=Decimal("87.25"),
        band="watch",
        coverage=Decimal("0.9123"),
        level="AT_RISK",
    )._replace(**fields)
    return EvaluationRecord(
        summary,
        os.urandom(2000) if result is None else result,
        tuple(
            MeasurementRecord(
                metric="order_defect_rate",
                day=date(2026, 11, 20),
                unit="ratio",
                segment="mfn",
                window_from=date(2026, 9, 21),
                window_to=date(2026, 11, 20),
                value="0.0090",
                numerator=number,
                denominator=1000 + tick,
                target="0.01",
                comparator="below",
                trust="official",
                origin="document",
                verdict="GOOD",
            )
            for number in range(measurements)
        ),
    )


@pytest.fixture
def make() -> Callable[..., EvaluationRecord]:
    return evaluation
