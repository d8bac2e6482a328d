"""Imports: many dated snapshots at once, all of them or none."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from flask import Response, g

from sellervitals import body
from sellervitals.domain.rate import plain
from sellervitals.importing import Importer
from sellervitals.judge import Judged
from sellervitals.limits import IMPORT_LINES
from sellervitals.openapi import Blueprint, answer
from sellervitals.routes.filing import records
from sellervitals.routes.in_force import InForce
from sellervitals.routes.service import json_answer, service
from sellervitals.schemas.examples import EXAMPLES
from sellervitals.schemas.imports import ImportSchema
from sellervitals.store import EvaluationRecord, account_id, ids_in_order

_LINES: dict[str, Any] = {
    "schema": {
        "type": "string",
        "description": f"A request body of `POST /v1/evaluations` on each line, at most {IMPORT_LINES:,}.",
    },
    "example": EXAMPLES["import-lines"]["text"],
}
_BODY: dict[str, Any] = {
    "description": (
        "Envelopes as `POST /v1/evaluations` takes them, one a line and each with `as_of` and a seller;"
        " native documents stand inside `documents`. Empty lines are passed over."
    ),
    "required": True,
    "content": dict.fromkeys(body.NDJSON, _LINES),
}

blueprint = Blueprint("imports", __name__, url_prefix="/v1", description="The past, filled in.")


@blueprint.operation(
    "POST",
    "/imports",
    body=_BODY,
    answers={201: answer("All of it is judged and stored.", ImportSchema, example="import")},
    problems=(
        *body.PROBLEMS,
        *body.READING_PROBLEMS,
        "storage-unavailable",
        "storage-full",
    ),
)
def create_import() -> Response:
    """Import dated snapshots of accounts.

    Each line is judged on its own, by the policy of its `as_of`, and all are stored in one transaction: with
    a fault in any line nothing is. Pointers begin with the number of the line, such as `/3/as_of`. An old
    snapshot never replaces a newer one, and what is imported again adds nothing to a series.
    """
    parts = service()
    now = datetime.now(UTC)
    ids = ids_in_order("ev", int(now.timestamp() * 1000))
    importer = Importer(
        parts.judge,
        now=now,
        ids=ids,
        longest=parts.settings.max_body_bytes,
        beside=lambda: InForce(needed=True),
    )
    shown: list[dict[str, Any]] = []

    def judged(data: bytes) -> Iterator[EvaluationRecord]:
        for line in importer.read(data):
            shown.extend(_shown(line.line, each) for each in line.judged)
            source = body.Source(body.JSON, line.data)
            yield from records(line.judged, now, line.account, source, line.context)

    parts.store.save(g.tenant, judged(body.read_lines(parts.settings)))
    lines = len({each["line"] for each in shown})
    return json_answer({"lines": lines, "imported": len(shown), "evaluations": shown}, 201)


def _shown(line: int, each: Judged) -> dict[str, Any]:
    snapshot, score = each.evaluation.snapshot, each.evaluation.score
    return {
        "line": line,
        "id": each.id,
        "account": account_id(g.tenant, snapshot.marketplace, snapshot.seller_id or ""),
        "site": snapshot.site,
        "as_of": snapshot.as_of,
        "score": None if score.value is None else plain(score.value),
        "band": score.band,
        "coverage": plain(score.coverage),
        "ignored": len(snapshot.ignored),
    }
