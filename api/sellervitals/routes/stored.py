"""What a path names, as it was stored."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

import orjson
from flask import g

from sellervitals import body
from sellervitals.problems import RefusedError
from sellervitals.routes.ids import is_account_id, is_evaluation_id
from sellervitals.routes.in_force import InForce
from sellervitals.routes.service import service
from sellervitals.store import AccountRecord


def stored_account(account_id: str) -> AccountRecord:
    """Give an account of this tenant; RefusedError when there is none."""
    known = is_account_id(account_id)
    found = service().store.accounts.get(g.tenant, account_id) if known else None
    if found is None:
        raise RefusedError("not-found", "There is no such account.")
    return found


def stored_bytes(evaluation_id: str) -> bytes:
    """Give the exact bytes of an evaluation of this tenant; RefusedError when there is none."""
    found = service().store.get(g.tenant, evaluation_id) if is_evaluation_id(evaluation_id) else None
    if found is None:
        raise RefusedError("not-found", "There is no such evaluation.")
    return found


class StoredRequest(NamedTuple):
    """What an evaluation was made of: its loaded request body, and what was in force beside it."""

    content: Mapping[str, Any]
    in_force: InForce


def stored_request(evaluation_id: str) -> StoredRequest:
    """Give what an evaluation of this tenant was made of.

    RefusedError when it was not kept, or cannot be read any more.
    """
    parts = service()
    kept = parts.store.input(g.tenant, evaluation_id)
    if kept is None:
        detail = "What was posted then was not kept: it names people, or inputs are not kept here."
        raise RefusedError("not-replayable", detail)
    source = body.Source(kept.content_type, kept.data)
    try:
        content = body.again(parts.judge.registry, parts.settings, source)
    except RefusedError as refused:
        detail = f"What was posted then cannot be read today: {refused.detail}"
        raise RefusedError("not-replayable", detail, refused.faults) from refused
    in_force = InForce.again(kept.context)
    return StoredRequest(in_force.request(content), in_force)


def stored_result(evaluation_id: str) -> dict[str, Any]:
    """Give the result object of an evaluation of this tenant; RefusedError when there is none."""
    result: dict[str, Any] = orjson.loads(stored_bytes(evaluation_id))
    return result
