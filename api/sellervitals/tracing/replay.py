"""Judging a stored evaluation again, from what it was made of."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from sellervitals.judge import Judge, Judged
from sellervitals.own.waiving import WaiversOf
from sellervitals.problems import RefusedError

Result = Mapping[str, Any]
"""A stored result object."""


def replay(
    judge: Judge,
    result: Result,
    request: Mapping[str, Any],
    waivers_of: WaiversOf,
    as_of: date | None = None,
) -> Judged:
    """Judge the request that a result came from as it was judged then: same moment, same ids.

    With the same software, plugins and policy the bytes are the same too.

    Args:
        judge: today's.
        result: the stored result object.
        request: its loaded request body, with the profile that was in force.
        waivers_of: gives the waivers that were in force.
        as_of: judge it by the policy of this day instead.

    Raises:
        RefusedError: today's plugins do not take the request, or find nothing about this site in it.
    """
    site = result["account"]["site"]
    ident: str = result["id"]
    ids: dict[str | None, str] = {each["site"]: each["id"] for each in result["other_sites"]}
    try:
        again = judge.judge(
            request if as_of is None else {**request, "as_of": as_of},
            now=datetime.fromisoformat(result["observed_at"]),
            digest=result["provenance"]["input_digest"],
            new_id=lambda each: ids.get(each, ident),
            waivers_of=waivers_of,
        )
    except RefusedError as refused:
        detail = f"What was posted then is refused today: {refused.detail}"
        raise RefusedError("not-replayable", detail, refused.faults) from refused
    for each in again:
        if each.evaluation.snapshot.site == site:
            return each
    raise RefusedError("not-replayable", "Today's plugins read nothing about this site in what was posted.")
