"""From a judged site to the record that is stored."""

from __future__ import annotations

from datetime import datetime

from sellervitals.describing import number
from sellervitals.domain.marketplace import Marketplace, Snapshot
from sellervitals.domain.measurement import Measurement
from sellervitals.judge import Judged
from sellervitals.store import EvaluationRecord, MeasurementRecord, Summary


def record(judged: Judged, ident: str, marketplace: Marketplace, now: datetime) -> EvaluationRecord:
    """Put an evaluation, its exact bytes and its measurements together; ``now`` is in UTC."""
    evaluation = judged.evaluation
    snapshot, score = evaluation.snapshot, evaluation.score
    return EvaluationRecord(
        summary=Summary(
            id=ident,
            created_at=now,
            marketplace=snapshot.marketplace,
            site=snapshot.site,
            seller_id=snapshot.seller_id,
            observed_at=now,
            as_of=snapshot.as_of,
            score=score.value,
            band=score.band.value,
            coverage=score.coverage,
            level=None if evaluation.level is None else evaluation.level.name,
        ),
        result=judged.body,
        measurements=tuple(
            _measurement(each, marketplace, snapshot) for each in (*snapshot.measurements, *snapshot.history)
        ),
    )


def _measurement(each: Measurement, marketplace: Marketplace, snapshot: Snapshot) -> MeasurementRecord:
    start, end = each.window or (None, None)
    target = each.target
    return MeasurementRecord(  # by position: naming twelve fields costs as much as filling them
        each.metric,
        end or snapshot.day,
        marketplace.by_id[each.metric].unit.value,
        each.segment,
        start,
        end,
        None if each.value is None else number(each.value),
        each.numerator,
        each.denominator,
        None if target is None else number(target.value),
        None if target is None else target.comparator.value,
        each.verdict,
    )
