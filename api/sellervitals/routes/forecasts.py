"""Forecasts: of what is posted, and of an account as it is stored."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from flask import Response, g

from sellervitals import body
from sellervitals.domain.marketplace import Marketplace
from sellervitals.domain.measurement import Measurement
from sellervitals.forecasting.answer import encode_forecast
from sellervitals.forecasting.forecast import Forecast, forecast
from sellervitals.forecasting.outset import Outset, Reported, judged
from sellervitals.forecasting.request import answer_forecast, policy_revision
from sellervitals.limits import WINDOW_DAYS
from sellervitals.openapi import Blueprint, answer
from sellervitals.problems import Fault, RefusedError
from sellervitals.routes.ids import ACCOUNT_ID
from sellervitals.routes.retold import measured
from sellervitals.routes.service import passing_answer, service
from sellervitals.routes.stored import stored_account
from sellervitals.schemas.forecasts import (
    FORECAST,
    ForecastQuerySchema,
    ForecastRequestSchema,
    ForecastSchema,
)
from sellervitals.schemas.request_body import request_body
from sellervitals.store import AccountRecord, Summary

_BODY = request_body(
    ForecastRequestSchema,
    FORECAST,
    {"forecast-request": "Daily counts", "raw-document": "A native document alone"},
    body.TEXTS,
)

blueprint = Blueprint("forecasts", __name__, url_prefix="/v1", description="What may become of accounts.")


@blueprint.operation(
    "POST",
    "/forecasts",
    body=_BODY,
    answers={200: answer("The forecast; nothing is stored.", ForecastSchema, example="forecast")},
    problems=(
        *body.PROBLEMS,
        *body.READING_PROBLEMS,
    ),
)
def create_forecast() -> Response:
    """Forecast what is posted.

    Takes what `POST /v1/evaluations` takes, with daily counts where they are known, and answers when each
    line breaks and when it holds again, as a range. With daily counts the windows roll on day by day;
    without, the range covers every order in which what was counted may leave. Nothing is stored.
    """
    parts = service()
    given = body.read(parts.judge.registry, parts.settings, FORECAST)
    return _answered(answer_forecast(parts.judge, given.content, today=datetime.now(UTC).date()))


@blueprint.operation(
    "GET",
    "/accounts/<account_id>/forecast",
    parameters=ACCOUNT_ID,
    query=ForecastQuerySchema,
    answers={200: answer("The forecast.", ForecastSchema)},
    problems=("not-found", "storage-unavailable"),
)
def read_account_forecast(account_id: str) -> Response:
    """Forecast an account.

    From the newest measurement of each metric and segment, and the daily counts that evaluations brought.
    Days to come are counted from the day that the account's newest evaluation is about.
    """
    account = stored_account(account_id)
    engine = service().judge.engine
    marketplace = engine.registry.marketplaces.get(account.marketplace)
    if marketplace is None:
        raise RefusedError("not-found", f"No plugin knows {account.marketplace} any more.")
    only = g.query.get("metric")
    faults = []
    if only is not None and only not in marketplace.by_id:
        faults.append(Fault("metric", "invalid-parameter", "is no metric of this marketplace."))
    newest = _newest(account, faults)
    if newest is None or faults:
        raise RefusedError.of(faults)
    outset = _outset(account, newest, marketplace)
    try:
        return _answered(forecast(engine, outset, g.query["horizon_days"], {}, only))
    except RefusedError as refused:
        of_query = (Fault(each.pointer[1:], "invalid-parameter", each.detail) for each in refused.faults)
        raise RefusedError.of(of_query) from None


def _answered(found: Forecast) -> Response:
    revision = policy_revision(service().judge, found.outset.marketplace)
    return passing_answer(encode_forecast(found, revision))


def _newest(account: AccountRecord, faults: list[Fault]) -> Summary | None:
    """Choose the newest evaluation of the site that the query names, or of the only one there is."""
    found = [each for each in account.latest if g.query.get("site", each.site) == each.site]
    if len(found) == 1:
        return found[0]
    names = ", ".join(each.site or "no site" for each in account.latest)
    what = "is needed; this account has" if found else "is none of this account's; it has"
    faults.append(Fault("site", "invalid-parameter", f"{what} {names}."))
    return None


def _outset(account: AccountRecord, newest: Summary, marketplace: Marketplace) -> Outset:
    usual = _longest(marketplace)
    farthest = min(max(usual, WINDOW_DAYS), (newest.as_of - date.min).days)
    recent = service().store.accounts.recent(
        *(g.tenant, account.id),
        site=newest.site,
        since=newest.as_of - timedelta(days=farthest),
        last=newest.as_of,
    )
    reported: list[Reported] = []
    days: list[Measurement] = []
    reach = usual
    for point, as_of in recent:
        found = measured(point, marketplace)
        if found is None:
            continue
        if as_of is None:
            days.append(found)
        elif judged(marketplace.by_id[found.metric], found.segment):
            own, end = _reach(found, as_of), (found.window and found.window.end) or as_of
            if (newest.as_of - end).days <= max(usual, own):
                reported.append(Reported(found, as_of, sure=True))
                reach = max(reach, own)
    known = (each for each in days if _counts(each, newest.as_of, reach, marketplace))
    return Outset(
        *(account.marketplace, newest.site, account.seller_id, newest.as_of, tuple(reported)), tuple(known)
    )


def _longest(marketplace: Marketplace) -> int:
    """How far back any window goes whose days the marketplace names; 0 where it names none."""
    return max(
        (
            each.lag_days + max((each.window_days or 0, *each.segment_days.values()))
            for each in marketplace.metrics
        ),
        default=0,
    )


def _reach(found: Measurement, as_of: date) -> int:
    """How far back its own window went on the day of its report; 0 without one."""
    window = found.window
    return 0 if window is None or window.start is None else (as_of - window.start).days + 1


def _counts(day: Measurement, as_of: date, reach: int, marketplace: Marketplace) -> bool:
    """Say whether a day may be in a window: in the longest, or in one of which nobody knows the days."""
    metric, end = marketplace.by_id[day.metric], day.window and day.window.end
    unknown = metric.window_days is None and not metric.segment_days
    return end is None or unknown or (as_of - end).days <= reach
