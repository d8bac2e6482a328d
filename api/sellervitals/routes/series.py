"""A metric of an account over time, with the limits in force at each point."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from flask import Response, g

from sellervitals.domain.measurement import Unit
from sellervitals.domain.rule import Rule
from sellervitals.domain.wording import display
from sellervitals.engine import Engine
from sellervitals.fragments import applied_limit, covered
from sellervitals.openapi import Blueprint, answer, path_parameter
from sellervitals.problems import RefusedError
from sellervitals.routes.accounts import span_of
from sellervitals.routes.ids import ACCOUNT_ID
from sellervitals.routes.paging import narrowed, paged
from sellervitals.routes.retold import read_value, without_value
from sellervitals.routes.service import service
from sellervitals.routes.stored import stored_account
from sellervitals.schemas.accounts import SeriesQuerySchema, SeriesSchema
from sellervitals.store import Point, PointPlace

_PATTERN = "^[a-z][a-z0-9_]{0,127}$"
_ID = re.compile(_PATTERN)
METRIC = path_parameter("metric", "The id of a metric, see `GET /v1/metrics`.", "order_defect_rate", _PATTERN)

blueprint = Blueprint("series", __name__, url_prefix="/v1", description="Metrics, over time.")


@blueprint.operation(
    "GET",
    "/accounts/<account_id>/metrics/<metric>",
    parameters=[*ACCOUNT_ID, *METRIC],
    query=SeriesQuerySchema,
    answers={200: answer("A page.", SeriesSchema, example="series", headers=("Link",))},
    problems=("invalid-cursor", "not-found", "storage-unavailable"),
)
def list_account_measurements(account_id: str, metric: str) -> Response:
    """List what was measured of a metric over time.

    The earliest day first. The same said again is not listed again; where sources said different things of
    one day, all of it is. Each point carries the limits that were in force on its day.
    """
    account = stored_account(account_id)
    query = narrowed()
    judge, accounts = service().judge, service().store.accounts
    marketplace = judge.registry.marketplaces.get(account.marketplace)
    known = None if marketplace is None else marketplace.by_id.get(metric)
    span, segment, days = span_of(query), query.get("segment"), query.get("window_days")
    if known is None and not (
        _ID.fullmatch(metric) and accounts.series(g.tenant, account_id, metric, limit=1)
    ):
        raise RefusedError("not-found", "There is no such metric.")
    rules = [each for each in judge.registry.rules_of(account.marketplace) if each.metric == metric]
    return paged(
        lambda after, limit: accounts.series(
            g.tenant, account_id, metric, segment=segment, days=days, span=span, after=after, limit=limit
        ),
        place=lambda each: f"{each.measured.day}.{each.digest.hex()}",
        parse=_place,
        show=lambda each: _described(each, rules, judge.engine),
        about={
            "account": account_id,
            "metric": metric,
            "title": None if known is None else known.title,
            "better": None if known is None else known.better,
        },
    )


def _place(text: str) -> PointPlace:
    day, _, digest = text.partition(".")
    return PointPlace(date.fromisoformat(day), bytes.fromhex(digest))


def _described(point: Point, rules: list[Rule], engine: Engine) -> dict[str, Any]:
    it = point.measured
    unit = Unit(it.unit)
    value = None if it.value is None else read_value(it.value, unit)
    measured = without_value(point, unit)
    limits = ((rule, engine.limit(rule, point.site, measured, it.day)) for rule in rules)
    return {
        "day": it.day,
        "site": point.site,
        "segment": it.segment,
        "window": covered(measured),
        "value": it.value,
        "unit": unit,
        "display": None if value is None else display(value, unit),
        "numerator": it.numerator,
        "denominator": it.denominator,
        "marketplace_verdict": it.verdict,
        "limits": [{"rule": rule.id, "limit": applied_limit(limit, rule)} for rule, limit in limits if limit],
        "evaluation": point.evaluation_id,
    }
