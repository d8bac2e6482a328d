"""Waivers: who answers for an open finding of an account, why and how long."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

from flask import Response, g

from sellervitals import body
from sellervitals.domain.waiver import REASONS, Waiver
from sellervitals.encoding import instant
from sellervitals.limits import WAIVERS
from sellervitals.openapi import Blueprint, answer
from sellervitals.own import waivers as waiver_reading
from sellervitals.own.waiving import WaiversOf
from sellervitals.problems import Fault, RefusedError
from sellervitals.routes.ids import WAIVER_ID, is_waiver_id, parse_waiver_id
from sellervitals.routes.paging import narrowed, paged
from sellervitals.routes.service import current_answer, gone_answer, made_answer, service
from sellervitals.schemas.request_body import json_body
from sellervitals.schemas.waivers import (
    Force,
    StoredWaiverSchema,
    WaiverPageSchema,
    WaiverQuerySchema,
    WaiverRequestSchema,
    load_waiver,
)
from sellervitals.store import StorageError, Store, WaiverFilters, WaiverRecord, new_id

_BODY = json_body("The waiver.", WaiverRequestSchema, {"waiver-request": "Under appeal"})

blueprint = Blueprint("waivers", __name__, url_prefix="/v1", description="Findings somebody answers for.")


@blueprint.operation(
    "POST",
    "/waivers",
    body=_BODY,
    answers={
        201: answer("Kept.", StoredWaiverSchema, example="waiver", headers=("ETag", "Location")),
    },
    problems=(*body.PROBLEMS, "storage-unavailable", "storage-full"),
)
def create_waiver() -> Response:
    """Waive a finding of an account.

    Every later evaluation of the account looks at it. The finding keeps its outcome, and what it costs the
    score; its steps leave `actions`. After `until` it is reported as expired for as long as the finding is
    open.
    """
    parts = service()
    given = load_waiver(body.read_json(parts.settings))
    now = datetime.now(UTC)
    waiver = _checked(given, now.date())
    record = WaiverRecord(
        id=new_id("wai", int(now.timestamp() * 1000)),
        created_at=now,
        marketplace=given["account"]["marketplace"],
        seller_id=given["account"]["seller_id"],
        site=waiver.site,
        rule=waiver.rule,
        segment=waiver.segment,
        owner=waiver.owner,
        reason=waiver.reason.value,
        note=waiver.note,
        until=waiver.until,
    )
    if not parts.store.waivers.add(g.tenant, record, most=WAIVERS):
        detail = f"has {WAIVERS} waivers already; end those that are not needed."
        raise RefusedError.of([Fault("/account", "limit-exceeded", detail)])
    return made_answer(_described(record), 201, f"/v1/waivers/{record.id}")


@blueprint.operation(
    "GET",
    "/waivers/<waiver_id>",
    parameters=WAIVER_ID,
    headers=("If-None-Match",),
    answers={
        200: answer("The waiver.", StoredWaiverSchema, example="waiver", headers=("ETag",)),
        304: answer("Unchanged.", headers=("ETag",)),
    },
    problems=("not-found", "storage-unavailable"),
)
def read_waiver(waiver_id: str) -> Response:
    """Read a waiver.

    `state` says whether its last day is over; evaluations say what became of it there.
    """
    found = service().store.waivers.get(g.tenant, waiver_id) if is_waiver_id(waiver_id) else None
    if found is None:
        raise _no_waiver()
    return current_answer(_described(found))


@blueprint.operation(
    "GET",
    "/waivers",
    query=WaiverQuerySchema,
    answers={200: answer("A page.", WaiverPageSchema, example="waivers", headers=("Link",))},
    problems=("invalid-cursor", "storage-unavailable"),
)
def list_waivers() -> Response:
    """List the waivers.

    Newest first; follow `next_cursor` until `has_more` is false.
    """
    query = dict(narrowed())
    state = query.pop("state", None)
    in_force = None if state is None else state == Force.IN_FORCE
    filters = WaiverFilters(**query, in_force=in_force, today=_today())
    waivers = service().store.waivers
    return paged(
        lambda before, limit: waivers.page(g.tenant, filters=filters, before=before, limit=limit),
        place=lambda each: each.id,
        parse=parse_waiver_id,
        show=_described,
    )


@blueprint.operation(
    "DELETE",
    "/waivers/<waiver_id>",
    parameters=WAIVER_ID,
    answers={204: answer("Ended.")},
    problems=("not-found", "storage-unavailable", "storage-full"),
)
def delete_waiver(waiver_id: str) -> Response:
    """End a waiver.

    Later evaluations do not look at it any more; earlier ones stay as they are.
    """
    if not is_waiver_id(waiver_id) or not service().store.waivers.delete(g.tenant, waiver_id):
        raise _no_waiver()
    return gone_answer()


def waivers_of(store: Store, tenant: str, *, needed: bool) -> WaiversOf:
    """Give what finds the stored waivers of a seller, for an evaluation.

    Where they are not ``needed``, a store that does not answer keeps nobody from judging: a waiver changes no
    outcome.
    """

    def find(marketplace: str, seller_id: str) -> Sequence[Waiver] | None:
        try:
            found = store.waivers.of(tenant, marketplace, seller_id)
        except StorageError:
            if needed:
                raise
            return None
        return [
            Waiver(
                rule=each.rule,
                owner=each.owner,
                reason=REASONS[each.reason],
                until=each.until,
                segment=each.segment,
                site=each.site,
                note=each.note,
                id=each.id,
            )
            for each in found
        ]

    return find


def _checked(given: dict[str, Any], today: date) -> Waiver:
    """Check a new waiver against what is known; RefusedError with every fault."""
    registry, account, faults = service().judge.registry, given["account"], list[Fault]()
    marketplace = registry.marketplaces.get(account["marketplace"])
    if marketplace is None:
        detail = registry.no_marketplace(account["marketplace"])
        raise RefusedError.of([Fault("/account/marketplace", "validation-failed", detail)])
    rule = registry.rules.get(registry.renamed.get(given["rule"], given["rule"]))
    if rule is None or rule.marketplace != marketplace.id:
        detail = f"is no rule for accounts on {marketplace.id}."
        faults.append(Fault("/rule", "validation-failed", detail))
    if given["until"] < today:
        faults.append(Fault("/until", "validation-failed", f"is over: today is {today} in UTC."))
    site = waiver_reading.read_site(marketplace, account.get("site"), "/account/site", faults)
    waiver = waiver_reading.read_waiver(marketplace, given, today, "", faults)
    if faults:
        raise RefusedError.of(faults)
    return waiver._replace(site=site)


def _no_waiver() -> RefusedError:
    return RefusedError("not-found", "There is no such waiver.")


def _today() -> date:
    return datetime.now(UTC).date()


def _described(it: WaiverRecord) -> dict[str, Any]:
    return {
        "id": it.id,
        "account": {"marketplace": it.marketplace, "seller_id": it.seller_id, "site": it.site},
        "rule": it.rule,
        "segment": it.segment,
        "owner": it.owner,
        "reason": it.reason,
        "note": it.note,
        "until": it.until,
        "state": Force.EXPIRED if it.until < _today() else Force.IN_FORCE,
        "created_at": instant(it.created_at),
    }
