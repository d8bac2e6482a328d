"""Which store each part of the report speaks of: nothing is ever judged as another store's."""

from __future__ import annotations

from typing import Any, NamedTuple

from sellervitals import plugin as sdk
from sellervitals_amazon.documents import fields
from sellervitals_amazon.documents.fields import Block
from sellervitals_amazon.sites import SITE_BY_MARKETPLACE_ID, SITES

METRICS, STATUSES = "performanceMetrics", "accountStatuses"
_ID = "marketplaceId"


class Part(NamedTuple):
    """An object of one of the two lists, its place, and its site (None: it names none)."""

    site: str | None
    content: Block
    pointer: str


class Stores(NamedTuple):
    """The parts of both lists whose store is certain, and all sites in the order of the document."""

    metrics: tuple[Part, ...]
    statuses: tuple[Part, ...]
    sites: tuple[str | None, ...]


def stores(content: Block, remarks: sdk.Remarks) -> Stores:
    """Name the store of every part.

    A part without a marketplace id is the only store of the other list, or the store that the document does
    not name; beside other parts of its own list it could be any store, so it is left out.
    """
    metrics = _parts(content, METRICS, remarks)
    statuses = _parts(content, STATUSES, remarks)
    measured = {part.site for part in metrics}
    told = {part.site for part in statuses}
    metrics = _settled(metrics, told, remarks)
    statuses = _settled(statuses, measured, remarks)
    return Stores(metrics, statuses, tuple(dict.fromkeys(part.site for part in (*metrics, *statuses))))


def _parts(content: Block, key: str, remarks: sdk.Remarks) -> tuple[Part, ...]:
    listed = content.get(key)
    if listed is None:
        return ()
    if not isinstance(listed, list):
        remarks.unreadable(f"/{key}", "a list")
        return ()
    found = []
    for place, each in enumerate(listed):
        pointer = f"/{key}/{place}"
        if isinstance(each, dict):
            found.append(Part(site_of(each, pointer, remarks), each, pointer))
        elif each is not None:
            remarks.unreadable(pointer, "an object")
    return tuple(found)


def site_of(content: Block, pointer: str, remarks: sdk.Remarks) -> str | None:
    """Our site id; an id that is no store's stays as it is, and is nobody else's."""
    ident: Any = fields.word(content, _ID, pointer, remarks)
    if ident is None:
        return None
    site = SITE_BY_MARKETPLACE_ID.get(ident)
    if site is None and ident not in SITES:
        remarks.note("unknown_marketplace", f"{pointer}/{_ID}", f"{ident} is no known Amazon marketplace id.")
    return site or str(ident)


def _settled(parts: tuple[Part, ...], others: set[str | None], remarks: sdk.Remarks) -> tuple[Part, ...]:
    if all(part.site is not None for part in parts):
        return parts
    if len(parts) == 1:
        if len(others) == 1 and None not in others:
            return (parts[0]._replace(site=next(iter(others))),)
        remarks.note("store_unnamed", parts[0].pointer, f"{parts[0].pointer} does not say which store it is.")
        return parts
    for part in parts:
        if part.site is None:
            message = f"{part.pointer} was left out: it does not say which of several stores it is."
            remarks.note("store_unnamed", part.pointer, message)
    return tuple(part for part in parts if part.site is not None)
