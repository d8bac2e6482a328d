"""From a request to snapshots: recognise documents, read them, and put each site's measurements together.

Whatever cannot be used is refused with every fault at its place; whatever is merely not understood is listed.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from sellervitals.checking import check_reading
from sellervitals.daily_counts import DailyReader
from sellervitals.domain.document import Document, Reading, UnreadableError
from sellervitals.domain.marketplace import Marketplace, Notice, Snapshot
from sellervitals.domain.profile import Profile
from sellervitals.own.profiles import INLINE, ProfileReader
from sellervitals.own.waivers import read_waivers
from sellervitals.placing import assumed, by_site, to_come, too_many, unplaced
from sellervitals.plain_metrics import Reader
from sellervitals.plugins import Registry
from sellervitals.problems import Fault, RefusedError
from sellervitals.rollups import roll_up

log = logging.getLogger(__name__)

ENVELOPE = frozenset({"account", "as_of", "daily", "documents", "metrics", "profile", "store", "waivers"})
"""The fields of a request body."""


class _Read(NamedTuple):
    """One document of a request, read."""

    document: Document
    reading: Reading
    pointer: str


def envelope(registry: Registry, body: Any, fields: frozenset[str] = ENVELOPE) -> Any:
    """Wrap a raw document into a request body with such fields; anything else is returned as it is."""
    if isinstance(body, dict) and body.keys() <= fields:
        return body
    if recognise(registry, body) is not None:
        return {"documents": [{"content": body}]}
    return body


def recognise(registry: Registry, content: Any) -> Document | None:
    """Find the reader of a document by its content alone."""
    for document in registry.documents.values():
        if _recognises(document, content):
            return document
    return None


def _recognises(document: Document, content: Any) -> bool:
    """Ask one reader; one that raises knows nothing, and does not keep the others from being asked."""
    try:
        return bool(document.recognises(content))
    except Exception:
        log.exception("reader of %s failed to recognise", document.type)
        return False


def take(
    registry: Registry, request: Mapping[str, Any], *, today: date, strict: bool = False
) -> list[Snapshot]:
    """Make one snapshot per site of a request, the primary one first.

    The primary site is ``account.site``, else the one with most measurements. Measurements that name no site
    belong to it.

    Args:
        registry: the readers and marketplaces.
        request: a loaded request body.
        today: the date of the request, for measurements without a window of their own.
        strict: refuse unknown metrics.

    Raises:
        RefusedError: with every fault found.
    """
    account = request.get("account") or {}
    faults: list[Fault] = []
    read = _documents(registry, request.get("documents") or [], faults)
    marketplace = _marketplace(registry, account, read, faults)
    if marketplace is None:
        raise RefusedError.of(faults)
    named = _site(marketplace, account.get("site"), read, faults)
    plain = Reader(marketplace, named, today, strict=strict)
    typed = plain.read(request.get("metrics") or {})
    faults.extend(plain.faults)
    counted = DailyReader(marketplace, named, today, strict=strict)
    daily = counted.daily(request.get("daily") or {})
    faults.extend(counted.faults)
    if not read and not request.get("metrics") and not daily:
        detail = "documents or metrics is needed, there is nothing to judge."
        faults.append(Fault("", "validation-failed", detail))
    readings = [each.reading for each in read]
    faults.extend(unplaced(named, readings, [*typed, *daily]))
    faults.extend(too_many(readings, typed))
    profile = _profile(registry, marketplace, request.get("profile"), faults)
    waivers = read_waivers(marketplace, request.get("waivers") or [], today, faults)
    if faults:
        raise RefusedError.of(faults)
    as_of: date | None = request.get("as_of")
    seller = account.get("seller_id") or next((each.seller_id for each in readings if each.seller_id), None)
    ignored = (*(each for one in readings for each in one.ignored), *plain.ignored, *counted.ignored)
    notices = tuple(each for one in readings for each in one.notices)
    notices += assumed(named, readings, [*typed, *daily])
    snapshots: list[Snapshot] = []
    for found in by_site(named, readings, typed):
        rolled, trouble = roll_up(marketplace, found.tables_on(as_of, today), found.measurements)
        measured = (*found.measurements, *rolled)
        extra = (*found.notices, *trouble, *to_come(measured, today), *_no_site(found.site, marketplace))
        snapshots.append(
            Snapshot(
                marketplace=marketplace.id,
                site=found.site,
                seller_id=seller,
                measurements=measured,
                day=as_of or today,
                dated=as_of is not None,
                ignored=ignored,
                notices=(*notices, *extra),
                history=found.history,
                waivers=waivers,
                profile=profile,
                daily=() if snapshots else tuple(daily),
                personal=any(each.document.personal for each in read),
            )
        )
    return snapshots


def _profile(registry: Registry, marketplace: Marketplace, given: Any, faults: list[Fault]) -> Profile | None:
    """Read the profile that came along; a stored one was found and read before."""
    if given is None:
        return None
    named = given.get("marketplace") if isinstance(given, dict) else getattr(given, "marketplace", None)
    if isinstance(given, str):
        faults.append(Fault("/profile", "validation-failed", "is a name, and no profiles are stored here."))
    elif named not in {None, marketplace.id}:
        at = "/profile/marketplace" if isinstance(given, dict) else "/profile"
        detail = f"is for accounts on {named}, but this one is on {marketplace.id}."
        faults.append(Fault(at, "validation-failed", detail))
    elif isinstance(given, Profile):
        return given
    else:
        name = given.get("name", INLINE)
        return ProfileReader(registry, marketplace, "/profile", faults).read(given, name)
    return None


def _documents(registry: Registry, given: Sequence[Mapping[str, Any]], faults: list[Fault]) -> list[_Read]:
    found: list[_Read] = []
    for index, each in enumerate(given):
        pointer = f"/documents/{index}"
        at = f"{pointer}/content"
        content, kind = each.get("content"), each.get("type")
        document = registry.documents.get(kind) if kind else recognise(registry, content)
        if document is None:
            where = f"{pointer}/type" if kind else f"{pointer}/content"
            what = f"{kind!r} is no known type" if kind else "no reader knows this document"
            faults.append(
                Fault(where, "document-not-recognised", f"{what}; known are {registry.known_documents}.")
            )
            continue
        if kind and not _recognises(document, content):
            detail = f"does not look like {document.title}."
            faults.append(Fault(f"{pointer}/content", "document-not-recognised", detail))
            continue
        reading = _read(document, content, registry.marketplaces.get(document.marketplace), at, faults)
        if reading is not None:
            found.append(_Read(document, reading, at))
    return found


def _read(
    document: Document, content: Any, marketplace: Marketplace | None, pointer: str, faults: list[Fault]
) -> Reading | None:
    try:
        reading = document.read(content)
        check_reading(reading, marketplace)
    except UnreadableError as problem:
        faults.append(Fault(pointer + problem.pointer, "document-unreadable", problem.problem))
    except Exception as problem:
        log.exception("reader of %s failed", document.type)
        detail = f"the reader of {document.type} failed ({type(problem).__name__})."
        faults.append(Fault(pointer, "document-unreadable", detail))
    else:
        return reading
    return None


def _marketplace(
    registry: Registry, account: Mapping[str, Any], read: Iterable[_Read], faults: list[Fault]
) -> Marketplace | None:
    named = account.get("marketplace")
    for each in read:
        if named is not None and each.document.marketplace != named:
            detail = f"comes from {each.document.marketplace}, but the account is on {named}."
            faults.append(Fault(each.pointer, "validation-failed", detail))
        named = named or each.document.marketplace
    if named is None:
        if not faults:
            detail = "is missing, and no document says which marketplace this is."
            faults.append(Fault("/account/marketplace", "validation-failed", detail))
        return None
    marketplace = registry.marketplaces.get(named)
    if marketplace is None:
        faults.append(Fault("/account/marketplace", "validation-failed", registry.no_marketplace(named)))
    return marketplace


def _site(
    marketplace: Marketplace, given: str | None, read: Sequence[_Read], faults: list[Fault]
) -> str | None:
    """Check the site that the caller named: ours, or the marketplace's own id of it."""
    if given is None:
        return None
    site = marketplace.site_named(given)
    present = {each for one in read for each in one.reading.sites if each is not None}
    if present and site not in present:
        detail = f"is {site}, but the documents speak of {', '.join(sorted(present))}."
        faults.append(Fault("/account/site", "validation-failed", detail))
    elif not present and marketplace.sites and site not in marketplace.sites:
        detail = f"{given!r} is no site of {marketplace.id}; known are {', '.join(marketplace.sites)}."
        faults.append(Fault("/account/site", "validation-failed", detail))
    return site


def _no_site(site: str | None, marketplace: Marketplace) -> tuple[Notice, ...]:
    if site is not None or not marketplace.sites:
        return ()
    message = "No site was named: only limits that hold on every site were applied."
    return (Notice("site_unknown", message),)
