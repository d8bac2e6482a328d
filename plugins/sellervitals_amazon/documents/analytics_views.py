"""Find the periods of Data Kiosk's seller analytics, whichever way they come, and whose figures they are."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from sellervitals import plugin as sdk
from sellervitals_amazon.documents import fields, json_text
from sellervitals_amazon.documents.fields import Block
from sellervitals_amazon.documents.seller_analytics import DATASET, GROUP, VIEW
from sellervitals_amazon.documents.stores import Part, site_of

_DEPTH = 6
"""Wrappers inside each other: the answer, the dataset, the view and its list are four."""
_WRAPPERS = ("data", DATASET, VIEW)
_VIEW_KEYS = frozenset({"startDate", "endDate", "totals", "metrics", "sellerAttributes"})
_OF_ACCOUNT = frozenset({"marketplaceId", "encryptedMerchantCustomerId"})
"""What figures may be grouped by and still be about the whole account."""


class Period(NamedTuple):
    """The account's figures over some days, with their store and place."""

    part: Part
    window: sdk.Window
    days: int


def recognises(content: Any) -> bool:
    """Say by its content whether this is the dataset, with the group of account health; never raises."""
    if isinstance(content, str) and GROUP not in content:
        return False
    try:
        return any(_is_view(each) for _, each in _views(content))
    except sdk.UnreadableError:
        return False


def periods(content: Any, remarks: sdk.Remarks) -> list[Period]:
    """Give the figures of every store and period, oldest first.

    Raises:
        UnreadableError: it is a text and no JSON.
    """
    views = [(pointer, view) for pointer, view in _views(content) if isinstance(view, dict)]
    stores = {site for pointer, view in views for site in _sites(view, pointer, remarks)}
    found: list[Period] = []
    for pointer, view in views:
        if not _VIEW_KEYS.issuperset(view):
            remarks.unknown(view, _VIEW_KEYS, pointer)
        window = sdk.Window(*(_day(view, key, pointer, remarks) for key in ("startDate", "endDate")))
        if window.days is None:
            remarks.unreadable(pointer, "a period with startDate and endDate")
            continue
        parts = list(_grouped(view, pointer, remarks)) or list(_totals(view, pointer, stores, remarks))
        found.extend(Period(part, window, window.days) for part in parts)
    return sorted(found, key=lambda each: each.window.end or date.min)


def _views(content: Any) -> Iterator[tuple[str, Any]]:
    """Give each period with its place; lines of a text as ``/row/<number>``."""
    if not isinstance(content, str):
        yield from _unwrapped("", content, _DEPTH)
        return
    try:
        whole = [("", json_text.loads(content, ""))]
    except sdk.UnreadableError:
        yield from (each for line in json_text.lines(content) for each in _unwrapped(*line, _DEPTH))
    else:
        yield from _unwrapped(*whole[0], _DEPTH)


def _unwrapped(pointer: str, value: Any, depth: int) -> Iterator[tuple[str, Any]]:
    key = next((each for each in _WRAPPERS if isinstance(value, dict) and each in value), None)
    if not depth:
        return
    if key is not None:
        yield from _unwrapped(f"{pointer}/{key}", value[key], depth - 1)
    elif isinstance(value, list):
        for place, each in enumerate(value):
            yield from _unwrapped(f"{pointer}/{place}", each, depth - 1)
    else:
        yield pointer, value


def _is_view(view: Any) -> bool:
    if not isinstance(view, dict) or not {"startDate", "endDate"} <= view.keys():
        return False
    holders = (view.get("totals"), *(group.get("metrics") for _, group in _groups(view, "")))
    return any(isinstance(each, dict) and GROUP in each for each in holders)


def _groups(view: Block, pointer: str) -> Iterator[tuple[str, Block]]:
    listed = view.get("metrics")
    for place, each in enumerate(listed if isinstance(listed, list) else ()):
        if isinstance(each, dict):
            yield f"{pointer}/metrics/{place}", each


def _sites(view: Block, pointer: str, remarks: sdk.Remarks) -> Iterator[str]:
    """Every store that the groups of a period name, whatever else they are grouped by."""
    for place, group in _groups(view, pointer):
        key = group.get("groupByKey")
        site = site_of(key, f"{place}/groupByKey", remarks) if isinstance(key, dict) else None
        if site is not None:
            yield site


def _grouped(view: Block, pointer: str, remarks: sdk.Remarks) -> Iterator[Part]:
    """Figures by store; those of single products, brands or channels are not the account's."""
    for place, group in _groups(view, pointer):
        key = group.get("groupByKey")
        named = key if isinstance(key, dict) else {}
        metrics = fields.block(group, "metrics", place, remarks) or {}
        health = fields.block(metrics, GROUP, f"{place}/metrics", remarks)
        if health is None:
            continue
        if any(value is not None for name, value in named.items() if name not in _OF_ACCOUNT):
            message = f"{place} is about a part of the account, so its figures were left out."
            remarks.note("grouped", place, message)
            continue
        # its site has been read, and an unknown one been named, in _sites
        yield Part(site_of(named, place, sdk.Remarks("")), health, f"{place}/metrics/{GROUP}")


def _totals(view: Block, pointer: str, stores: set[str], remarks: sdk.Remarks) -> Iterator[Part]:
    """Figures over everything that was asked for: one store's, unless several are named."""
    totals = fields.block(view, "totals", pointer, remarks) or {}
    place = f"{pointer}/totals"
    health = fields.block(totals, GROUP, place, remarks)
    if health is None:
        return
    if len(stores) > 1:
        remarks.note("store_unnamed", place, f"{place} was left out: it adds up several stores.")
        return
    yield Part(next(iter(stores), None), health, f"{place}/{GROUP}")


def _day(view: Block, key: str, pointer: str, remarks: sdk.Remarks) -> date | None:
    text = fields.word(view, key, pointer, remarks)
    try:
        return None if text is None else date.fromisoformat(text)
    except ValueError:
        return None
