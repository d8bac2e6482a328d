"""Accounts: those that were evaluated, and their evaluations."""

from __future__ import annotations

from datetime import date
from typing import Any

from flask import Response, g

from sellervitals.encoding import instant
from sellervitals.openapi import Blueprint, answer
from sellervitals.routes.filing import summarised
from sellervitals.routes.ids import ACCOUNT_ID, parse_account_id, parse_evaluation_id
from sellervitals.routes.paging import narrowed, paged
from sellervitals.routes.service import current_answer, service
from sellervitals.routes.stored import stored_account
from sellervitals.schemas.accounts import (
    AccountPageSchema,
    AccountQuerySchema,
    HistoryQuerySchema,
    StoredAccountSchema,
)
from sellervitals.schemas.page import PageSchema
from sellervitals.store import AccountFilters, AccountRecord, Place, Span

blueprint = Blueprint("accounts", __name__, url_prefix="/v1", description="Sellers, over time.")


@blueprint.operation(
    "GET",
    "/accounts",
    query=AccountQuerySchema,
    answers={200: answer("A page.", AccountPageSchema, example="accounts", headers=("Link",))},
    problems=("invalid-cursor", "storage-unavailable"),
)
def list_accounts() -> Response:
    """List the accounts.

    An account is a seller on a marketplace: every stored evaluation with a `seller_id` belongs to one, with
    its site. In the order of their ids, which has no meaning; follow `next_cursor` until `has_more` is false.
    """
    filters = AccountFilters(**narrowed())
    accounts = service().store.accounts
    return paged(
        lambda after, limit: accounts.page(g.tenant, filters=filters, limit=limit, after=after),
        place=lambda each: each.id,
        parse=parse_account_id,
        show=_described,
    )


@blueprint.operation(
    "GET",
    "/accounts/<account_id>",
    parameters=ACCOUNT_ID,
    headers=("If-None-Match",),
    answers={
        200: answer("The account.", StoredAccountSchema, example="account", headers=("ETag",)),
        304: answer("Unchanged.", headers=("ETag",)),
    },
    problems=("not-found", "storage-unavailable"),
)
def read_account(account_id: str) -> Response:
    """Read an account.

    With its newest evaluation of each site: the one of the latest `as_of`, and of those the one that was
    stored last.
    """
    return current_answer(_described(stored_account(account_id)))


@blueprint.operation(
    "GET",
    "/accounts/<account_id>/history",
    parameters=ACCOUNT_ID,
    query=HistoryQuerySchema,
    answers={200: answer("A page.", PageSchema, example="page", headers=("Link",))},
    problems=("invalid-cursor", "not-found", "storage-unavailable"),
)
def list_account_evaluations(account_id: str) -> Response:
    """List the evaluations of an account.

    By the day they are about (`as_of`), the latest first, also those that were stored long after it; of one
    day the one that was stored last comes first.
    """
    account = stored_account(account_id)
    span = span_of(narrowed())
    accounts = service().store.accounts
    return paged(
        lambda before, limit: accounts.evaluations(g.tenant, account, span=span, before=before, limit=limit),
        place=lambda each: f"{each.as_of}.{each.id}",
        parse=_place,
        show=summarised,
    )


def span_of(query: dict[str, Any]) -> Span:
    """Give the days and the site that a query names."""
    return Span(query.get("from"), query.get("to"), query.get("site"))


def _place(text: str) -> Place:
    day, _, ident = text.partition(".")
    return Place(date.fromisoformat(day), parse_evaluation_id(ident))


def _described(each: AccountRecord) -> dict[str, Any]:
    return {
        "id": each.id,
        "marketplace": each.marketplace,
        "seller_id": each.seller_id,
        "name": each.name,
        "tags": each.tags,
        "first_seen_at": instant(each.since),
        "latest": [summarised(one) for one in each.latest],
    }
