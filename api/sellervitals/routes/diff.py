"""What changed between two evaluations of an account."""

from __future__ import annotations

from datetime import date
from typing import Any

import orjson
from flask import Response, g

from sellervitals.changes import changes, side
from sellervitals.openapi import Blueprint, answer
from sellervitals.problems import Fault, RefusedError
from sellervitals.routes.ids import ACCOUNT_ID
from sellervitals.routes.service import current_answer, service
from sellervitals.routes.stored import stored_account
from sellervitals.schemas.accounts import DiffQuerySchema, DiffSchema
from sellervitals.store import AccountRecord, Span

Result = dict[str, Any]

blueprint = Blueprint("diff", __name__, url_prefix="/v1", description="What changed.")


@blueprint.operation(
    "GET",
    "/accounts/<account_id>/diff",
    parameters=ACCOUNT_ID,
    query=DiffQuerySchema,
    headers=("If-None-Match",),
    answers={
        200: answer("What changed.", DiffSchema, example="diff", headers=("ETag",)),
        304: answer("Unchanged.", headers=("ETag",)),
    },
    problems=("not-found", "storage-unavailable"),
)
def read_account_diff(account_id: str) -> Response:
    """Compare two evaluations of an account.

    Each is named by its id, or by a day: then it is the latest one about that day or an earlier one. Both
    are of one site. Findings are the same when rule, segment and site are; a rule that was renamed stays the
    same. Every finding of either is in exactly one list.
    """
    account = stored_account(account_id)
    before, after = _both(account)
    site = before["account"]["site"]
    compared = {
        "account": account_id,
        "site": site,
        "from": side(before),
        "to": side(after),
        **changes(before, after, service().judge.registry.renamed),
    }
    return current_answer(compared)


def _both(account: AccountRecord) -> tuple[Result, Result]:
    """Find the two evaluations that the query names; RefusedError with what is wrong with either."""
    named = {name: g.query[name] for name in ("from", "to")}
    found = {name: _by_id(account, given) for name, given in named.items() if isinstance(given, str)}
    faults = [
        Fault(name, "invalid-parameter", "is no evaluation of this account.")
        for name, result in found.items()
        if result is None
    ]
    if faults:
        raise RefusedError.of(faults)
    site = _site(account, [result for result in found.values() if result is not None])
    for name, given in named.items():
        if isinstance(given, date):
            found[name] = _by_day(account, given, site)
            if found[name] is None:
                detail = f"no evaluation of this account and site is about {given} or a day before."
                faults.append(Fault(name, "invalid-parameter", detail))
    before, after = found["from"], found["to"]
    if before is None or after is None:
        raise RefusedError.of(faults)
    return before, after


def _by_id(account: AccountRecord, ident: str) -> Result | None:
    stored = service().store.get(g.tenant, ident)
    if stored is None:
        return None
    result: Result = orjson.loads(stored)
    of = result["account"]
    mine = (of["marketplace"], of["seller_id"]) == (account.marketplace, account.seller_id)
    return result if mine else None


def _by_day(account: AccountRecord, day: date, site: str | None) -> Result | None:
    store = service().store
    span = Span(last=day, site=site or "")
    for summary in store.accounts.evaluations(g.tenant, account, span=span, limit=1):
        return _by_id(account, summary.id)
    return None


def _site(account: AccountRecord, given: list[Result]) -> str | None:
    """Choose the site: the one that was named, of the evaluations that were, or the only one there is."""
    sites: set[str | None] = {each["account"]["site"] for each in given}
    if "site" in g.query:
        sites.add(g.query["site"])
    chosen = sites or {each.site for each in account.latest}
    if len(chosen) == 1:
        return chosen.pop()
    names = ", ".join(sorted(each or "no site" for each in chosen))
    detail = f"cannot compare {names}." if sites else f"is needed; this account has {names}."
    raise RefusedError.of([Fault("site", "invalid-parameter", detail)])
