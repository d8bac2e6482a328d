"""The FBA inventory planning report, GET_FBA_INVENTORY_PLANNING_DATA, and Seller Central's export of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sellervitals import plugin as sdk
from sellervitals_amazon.documents.columns import read_rows
from sellervitals_amazon.documents.planning_columns import KNOWN, PLAIN, VOLUME
from sellervitals_amazon.documents.planning_rows import Rows
from sellervitals_amazon.documents.stock import Stock
from sellervitals_amazon.sites import site_named

TYPE = "amazon.fba-inventory-planning"

_AGE = "inv-age-0-to-90-days"
_UNITS = frozenset(PLAIN["available"].names)
_NAMES = frozenset({"sku", "fnsku", "asin"})
_LISTED = 20
"""Rows without a SKU that are named one by one."""


def recognises(content: Any) -> bool:
    """Say by its header whether this is such a report; never raises."""
    columns = sdk.columns_of(content)
    return _AGE in columns and not _UNITS.isdisjoint(columns) and not _NAMES.isdisjoint(columns)


def read(content: Any) -> sdk.Reading:
    """Turn a report into one table of ``Stock`` for each store; a report without rows is an empty table.

    Raises:
        UnreadableError: at ``/row/<number>``: the table is broken, or a number in it cannot be read.
    """
    sheet = sdk.read_sheet(content)
    remarks = sdk.Remarks(TYPE)
    unknown = [sheet.header[place] for name, place in sheet.columns.items() if name not in KNOWN]
    remarks.unknown(dict.fromkeys(unknown), frozenset(), "/row/1")
    maker = Rows(sheet)
    rows = read_rows(sheet, maker.wanted, maker.make, remarks, maker.group)
    _note_volumes(sheet, maker, remarks)
    _note_nameless(rows, sheet, remarks)
    tables = tuple(_newest(site, some, remarks) for site, some in _by_site(rows, remarks).items())
    return sdk.Reading(
        (),
        sites=tuple(table.site for table in tables),
        ignored=remarks.ignored,
        notices=remarks.notices,
        tables=tables,
    )


def _by_site(rows: Sequence[Stock], remarks: sdk.Remarks) -> dict[str | None, list[Stock]]:
    """Sort rows by store; a store that nobody knows is never taken for another one."""
    words = dict.fromkeys(row.marketplace for row in rows)
    sites = {word: None if word is None else site_named(word) for word in words}
    odd = [word for word, site in sites.items() if site is None and word is not None]
    known = list(dict.fromkeys(site for site in sites.values() if site is not None))
    left_out = bool(odd) and len(known) + len(odd) > 1
    for word in odd:
        message = f"{word:.60} is no known Amazon store."
        if left_out:
            message += " Its rows were left out."
        remarks.note("unknown_marketplace", "/row/1", message)
    if left_out and not known:
        raise sdk.UnreadableError("/row/1", "leads to several stores, none of which is known.")
    if len(known) == 1 and None in sites:
        sites[None] = known[0]
    found: dict[str | None, list[Stock]] = {site: [] for site in known} or {None: []}
    for row in rows:
        site = sites[row.marketplace]
        if site is not None or not left_out or row.marketplace is None:
            found.setdefault(site, []).append(row)
    return found


def _newest(site: str | None, rows: Sequence[Stock], remarks: sdk.Remarks) -> sdk.Table:
    """Keep the rows of the newest day: items of an older one are counted again in it, or are gone."""
    newest = max((row.day for row in rows if row.day is not None), default=None)
    kept = [row for row in rows if row.day is None or row.day == newest]
    if len(kept) < len(rows):
        left = len(rows) - len(kept)
        message = f"{left:,} rows were left out: they are older than {newest}, the newest day."
        remarks.note("older_rows", "/row/1", message)
    return sdk.Table(TYPE, kept, site, newest)


def _note_volumes(sheet: sdk.Sheet, maker: Rows, remarks: sdk.Remarks) -> None:
    if maker.unitless and not sheet.columns.keys().isdisjoint(VOLUME.names):
        remarks.note("unit_assumed", "/row/1", "Volumes name no unit; they were taken for cubic feet.")
    for unit in maker.odd_units:
        message = f"Volumes in {unit or 'no unit'} were left out."
        remarks.note("unreadable_value", "/row/1", message)


def _note_nameless(rows: Iterable[Stock], sheet: sdk.Sheet, remarks: sdk.Remarks) -> None:
    if "sku" not in sheet.columns:
        remarks.note("row_without_sku", "/row/1", "There is no column of SKUs; items go by FNSKU or ASIN.")
        return
    nameless = [row for row in rows if row.sku is None]
    for stock in nameless[:_LISTED]:
        message = f"Row {stock.number} has no SKU; it counts as {stock.name}."
        remarks.note("row_without_sku", f"/row/{stock.number}", message)
    if len(nameless) > _LISTED:
        message = f"{len(nameless) - _LISTED:,} more rows have no SKU."
        remarks.note("row_without_sku", "/row/1", message)


DOCUMENT = sdk.Document(
    type=TYPE,
    title="FBA inventory planning (GET_FBA_INVENTORY_PLANNING_DATA)",
    media_type="text/tab-separated-values",
    recognises=recognises,
    read=read,
    metrics=(
        *("excess_inventory_share", "sell_through_rate", "in_stock_rate", "unfulfillable_units"),
        *("surcharged_units", "aging_units", "low_inventory_fee_skus"),
    ),
    references=(
        sdk.Reference(
            "Amazon: FBA Inventory report",
            "https://sellercentral.amazon.com/help/hub/reference/GKT9YKCHXMSDVJKB",
        ),
    ),
)
