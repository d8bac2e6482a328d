"""Metrics of an account that jumped against their own history: information, never policy."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from flask import Response, g

from sellervitals.anomalies import Anomaly, described
from sellervitals.domain.marketplace import Marketplace
from sellervitals.domain.measurement import Unit, Window
from sellervitals.foresight.anomaly import Reading, departures
from sellervitals.limits import ANOMALY_POINTS
from sellervitals.openapi import Blueprint, answer
from sellervitals.problems import Fault, RefusedError
from sellervitals.routes.accounts import span_of
from sellervitals.routes.ids import ACCOUNT_ID
from sellervitals.routes.paging import narrowed, paged
from sellervitals.routes.service import service
from sellervitals.routes.stored import stored_account
from sellervitals.schemas.anomalies import AnomalyPageSchema, AnomalyQuerySchema
from sellervitals.store import Point


class _Place(NamedTuple):
    """Where an anomaly stands in the list."""

    day: date
    metric: str
    digest: bytes


class _Found(NamedTuple):
    """An anomaly and the point of the history that is one."""

    anomaly: Anomaly
    point: Point

    @property
    def place(self) -> _Place:
        return _Place(self.anomaly.day, self.anomaly.metric, self.point.digest)


blueprint = Blueprint("anomalies", __name__, url_prefix="/v1", description="What is unusual.")


@blueprint.operation(
    "GET",
    "/accounts/<account_id>/anomalies",
    parameters=ACCOUNT_ID,
    query=AnomalyQuerySchema,
    answers={200: answer("A page.", AnomalyPageSchema, example="anomalies", headers=("Link",))},
    problems=("invalid-cursor", "not-found", "storage-unavailable"),
)
def list_account_anomalies(account_id: str) -> Response:
    """List values that jump against their own history.

    By a robust z-score on the values before, of one metric, site, segment, unit and length of window. It is
    information and no policy: no finding, score or action follows from it. Without anomalies, and with fewer
    than eight values before a day, the list is empty: that is no word on whether all is well.
    """
    account = stored_account(account_id)
    query = narrowed()
    metric, span = query.get("metric"), span_of(query)
    marketplace = service().judge.registry.marketplaces.get(account.marketplace)
    points = service().store.accounts.measured(
        g.tenant, account_id, metric=metric, span=span._replace(first=None), limit=ANOMALY_POINTS + 1
    )
    if metric is not None and not points and (marketplace is None or metric not in marketplace.by_id):
        detail = "is no metric that is known, or was ever measured of this account."
        raise RefusedError.of([Fault("metric", "invalid-parameter", detail)])
    complete = len(points) <= ANOMALY_POINTS
    points = points[:ANOMALY_POINTS]
    found = sorted(_all(points, marketplace, span.first), key=lambda each: each.place, reverse=True)

    def rows(after: _Place | None, limit: int) -> Sequence[_Found]:
        return [each for each in found if after is None or each.place < after][:limit]

    return paged(
        rows,
        place=lambda each: f"{each.place.day}.{each.place.metric}.{each.place.digest.hex()}",
        parse=_parse,
        show=lambda each: {
            **described(each.anomaly),
            "site": each.point.site,
            "evaluation": each.point.evaluation_id,
        },
        about={
            "account": account_id,
            "points": len(points),
            "complete": complete,
            "looked_back_to": points[-1].measured.day if points else None,
            "policy": False,
        },
    )


def _parse(text: str) -> _Place:
    day, metric, digest = text.split(".")
    return _Place(date.fromisoformat(day), metric, bytes.fromhex(digest))


def _all(points: Iterable[Point], marketplace: Marketplace | None, first: date | None) -> Iterator[_Found]:
    """Look at each series on its own; of one day the value that was stored last counts."""
    series: dict[tuple[Any, ...], dict[date, Point]] = defaultdict(dict)
    for each in points:
        it = each.measured
        if it.value is not None and it.unit != Unit.STATE:
            days = Window(it.window_from, it.window_to).days
            of_day = series[it.metric, each.site, it.segment, it.unit, days]
            if of_day.setdefault(it.day, each).evaluation_id < each.evaluation_id:
                of_day[it.day] = each
    for (metric, _, segment, unit, _), of_day in series.items():
        known = None if marketplace is None else marketplace.by_id.get(metric)
        title, better = (metric, None) if known is None else (known.title, known.better)
        readings = [Reading(day, Decimal(each.measured.value or 0)) for day, each in of_day.items()]
        for day, departed in departures(readings, Unit(unit), first):
            anomaly = Anomaly(metric, title, Unit(unit), better, segment, day, departed)
            yield _Found(anomaly, of_day[day])
