"""From a judged site to the record that is stored, and from a summary to what a page shows of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sellervitals.body import Source
from sellervitals.describing import number
from sellervitals.domain.marketplace import Marketplace, Snapshot
from sellervitals.domain.measurement import Measurement
from sellervitals.domain.rate import plain
from sellervitals.encoding import instant
from sellervitals.exposure import exposure
from sellervitals.judge import Judged
from sellervitals.plain_metrics import origin_of
from sellervitals.routes.service import service
from sellervitals.store import EvaluationRecord, InputRecord, MeasurementRecord, Summary


def records(
    judged: Sequence[Judged], now: datetime, account: Mapping[str, Any], source: Source, context: bytes
) -> list[EvaluationRecord]:
    """Put each evaluation of a request, its exact bytes and its measurements together; those with an id.

    Args:
        judged: the sites of a request.
        now: the time of the request, UTC.
        account: what the request says of the account; its name and tags are kept.
        source: the request's body as it came.
        context: what it was judged by beside that.
    """
    marketplace = service().judge.registry.marketplaces[judged[0].evaluation.snapshot.marketplace]
    kept = _kept_input(source, context, judged)
    return [
        record(each, each.id, marketplace, now, account)._replace(input=kept)
        for each in judged
        if each.id is not None
    ]


def record(
    judged: Judged, ident: str, marketplace: Marketplace, now: datetime, account: Mapping[str, Any]
) -> EvaluationRecord:
    """Put one evaluation together under an id, without what it was made of."""
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
            _measurement(each, marketplace, snapshot)
            for each in (*snapshot.measurements, *snapshot.history, *snapshot.daily)
        ),
        name=account.get("name"),
        tags=None if account.get("tags") is None else tuple(account["tags"]),
        exposure=exposure(evaluation.findings),
    )


def _kept_input(source: Source, context: bytes, judged: Sequence[Judged]) -> InputRecord | None:
    """Give what is kept to judge a request again; None where nothing may be, for it names people."""
    if not service().settings.keep_inputs or judged[0].evaluation.snapshot.personal:
        return None
    return InputRecord(*source, context)


def _measurement(each: Measurement, marketplace: Marketplace, snapshot: Snapshot) -> MeasurementRecord:
    start, end = each.window or (None, None)
    metric, target = marketplace.by_id[each.metric], each.target
    value = metric.decisive(each)
    return MeasurementRecord(  # by position: naming all fields costs as much as filling them
        each.metric,
        end or snapshot.day,
        metric.unit.value,
        each.segment,
        start,
        end,
        None if value is None else number(value),
        each.numerator,
        each.denominator,
        None if target is None else number(target.value),
        None if target is None else target.comparator.value,
        None if target is None else target.trust.value,
        None if target is None else origin_of(each).value,
        each.verdict,
    )


def summarised(each: Summary) -> dict[str, Any]:
    """Describe a stored evaluation without its result."""
    return {
        "id": each.id,
        "marketplace": each.marketplace,
        "site": each.site,
        "seller_id": each.seller_id,
        "observed_at": None if each.observed_at is None else instant(each.observed_at),
        "as_of": each.as_of,
        "score": None if each.score is None else plain(each.score),
        "band": each.band,
        "coverage": plain(each.coverage),
        "level": each.level,
    }
