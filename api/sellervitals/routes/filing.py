"""From a judged site to the record that is stored."""

from __future__ import annotations

from datetime import datetime

from sellervitals.domain.marketplace import Marketplace, Snapshot
from sellervitals.domain.measurement import Measurement
from sellervitals.encoding import as_of, number
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
            as_of=as_of(snapshot),
            score=score.value,
            band=score.band.value,
            coverage=score.coverage,
            level=None if evaluation.level is None else evaluation.level.name,
        ),
        result=judged.body,
        measurements=tuple(_measurement(each, marketplace, snapshot) for each in snapshot.measurements),
    )


def _measurement(each: Measurement, marketplace: Marketplace, snapshot: Snapshot) -> MeasurementRecord:
    window, target = each.window, each.target
    end = None if window is None else window.end
    return MeasurementRecord(
        metric=each.metric,
        day=end or snapshot.day,
        unit=marketplace.by_id[each.metric].unit.value,
        segment=each.segment,
        window_from=None if window is None else window.start,
        window_to=end,
        value=None if each.value is None else number(each.value),
        numerator=each.numerator,
        denominator=each.denominator,
        target=None if target is None else number(target.value),
        comparator=None if target is None else target.comparator.value,
        verdict=each.verdict,
    )
