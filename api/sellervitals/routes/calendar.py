"""The days that count in an evaluation, for a program or for a calendar."""

from __future__ import annotations

import orjson
from flask import Response, request

from sellervitals.openapi import Blueprint, answer
from sellervitals.report.calendar import entries, icalendar
from sellervitals.routes.ids import EVALUATION_ID
from sellervitals.routes.service import cached_answer, digest_of
from sellervitals.routes.stored import stored_result
from sellervitals.schemas.calendar import CalendarSchema

JSON, ICALENDAR = "application/json", "text/calendar"

blueprint = Blueprint("calendar", __name__, url_prefix="/v1", description="Days that count.")


@blueprint.operation(
    "GET",
    "/evaluations/<evaluation_id>/calendar",
    parameters=EVALUATION_ID,
    headers=("If-None-Match",),
    answers={
        200: answer(
            "The days, by date.", CalendarSchema, example="calendar", headers=("ETag",), texts=(ICALENDAR,)
        ),
        304: answer("Unchanged.", headers=("ETag",)),
    },
    problems=("not-found", "storage-unavailable"),
    produces=(JSON, ICALENDAR),
)
def read_calendar(evaluation_id: str) -> Response:
    """Read the days that count in an evaluation.

    Deadlines of open findings, days of single cases, steps that must be taken within some days (counted from
    the day of the evaluation), and announced limits, also where today's limit still holds. With
    `Accept: text/calendar` the same as iCalendar: all-day events, whose ids stay the same from evaluation to
    evaluation of one account, so that a calendar that imports both shows each day once.
    """
    result = stored_result(evaluation_id)
    days = entries(result)
    as_icalendar = request.accept_mimetypes.best_match((JSON, ICALENDAR)) == ICALENDAR
    if as_icalendar:
        content, kind = icalendar(result, days), f"{ICALENDAR}; charset=utf-8"
    else:
        content, kind = orjson.dumps({"data": [each._asdict() for each in days]}), JSON
    response = cached_answer(content, digest_of(content), kind)
    response.headers["Vary"] = "Accept"
    return response
