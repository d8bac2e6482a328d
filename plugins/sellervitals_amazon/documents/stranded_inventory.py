"""Amazon's stranded inventory report, GET_STRANDED_INVENTORY_UI_DATA: stock that no buyer can order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from sellervitals import plugin as sdk
from sellervitals_amazon.documents.cells import LONGEST_TEXT, Counts, Texts
from sellervitals_amazon.documents.columns import Column
from sellervitals_amazon.documents.days import read_days
from sellervitals_amazon.documents.records import NUMBER, read_records
from sellervitals_amazon.documents.stranding import reason
from sellervitals_amazon.sources import SOURCES

TYPE = "amazon.stranded-inventory"
_REQUIRED = frozenset({"stranded-reason", "fulfillable-qty"})
_SHOWN = 40
_PRICE = re.compile(r"[0-9]{1,9}(\.[0-9]{1,4})?", re.ASCII)
"""A comma may stand for thousands or for a fraction: such a price is none."""


class Stranded(NamedTuple):
    """One row: an item without an offer that buyers can order.

    ``name`` is what the seller finds it by: its SKU, else the FNSKU or ASIN, else its row. ``units`` are at
    FBA, in whatever state; ``fulfillable`` those that could be sold. ``reason`` is one of
    ``stranding.REASONS``; ``action`` is Amazon's own advice. ``removal`` is the day from which Amazon
    removes them, None where it says none that can be read. ``price`` is the seller's own, in the store's
    currency; None where it is no plain number.
    """

    number: int
    name: str
    asin: str | None
    units: int
    fulfillable: int
    reason: str
    action: str
    removal: date | None
    price: Decimal | None = None


class _Loose(Texts):
    """Whatever stands there, cut short: nothing but words are looked for in it."""

    def one(self, text: str) -> str | None:
        return super().one("".join(each if each.isprintable() else " " for each in text[:LONGEST_TEXT]))


_WANTED: Mapping[str, Column] = {
    "sku": Column(("sku",), Texts),
    "fnsku": Column(("fnsku",), Texts),
    "asin": Column(("asin",), Texts),
    "action": Column(("primary-action",), _Loose),
    "since": Column(("date-stranded",), _Loose),
    "removal": Column(("date-to-take-auto-removal",), _Loose),
    "error": Column(("error-message",), _Loose),
    "reason": Column(("stranded-reason",), _Loose),
    "price": Column(("your-price",), _Loose),
    "fulfillable": Column(("fulfillable-qty",), Counts),
    "unfulfillable": Column(("unfulfillable-qty",), Counts),
    "reserved": Column(("reserved-quantity",), Counts),
}
_NOT_READ = """
status-primary status-secondary product-name condition fulfilled-by inbound-shipped-qty
"""
_UNUSED = frozenset(_NOT_READ.split())


def recognises(content: Any) -> bool:
    """Say by its header whether this is such a report; never raises."""
    return sdk.columns_of(content) >= _REQUIRED


def read(content: Any) -> sdk.Reading:
    """Turn a report into a table of ``Stranded``; one without rows says that nothing is stranded.

    Raises:
        UnreadableError: at ``/row/<number>``: the table is broken, or units are missing or no number.
    """
    remarks = sdk.Remarks(TYPE)
    cells = read_records(content, _WANTED, _UNUSED, remarks)
    written = (each[key] for each in cells for key in ("removal", "since"))
    days = read_days({text for text in written if text is not None})
    _note_unread(cells, days, remarks)
    rows = [_row(each, days) for each in cells]
    return sdk.Reading(
        (), (None,), ignored=remarks.ignored, notices=remarks.notices, tables=(sdk.Table(TYPE, rows),)
    )


def _row(cells: Mapping[str, Any], days: Mapping[str, date]) -> Stranded:
    number, fulfillable = cells[NUMBER], cells["fulfillable"]
    if fulfillable is None:
        raise sdk.UnreadableError(f"/row/{number}", "fulfillable-qty is empty.")
    action = cells["action"] or ""
    return Stranded(
        number,
        cells["sku"] or cells["fnsku"] or cells["asin"] or f"row {number}",
        cells["asin"],
        fulfillable + (cells["unfulfillable"] or 0) + (cells["reserved"] or 0),
        fulfillable,
        reason(cells["reason"], action, cells["error"]),
        action,
        days.get(cells["removal"] or ""),
        Decimal(price) if (price := cells["price"]) and _PRICE.fullmatch(price) else None,
    )


def _note_unread(cells: Iterable[Mapping[str, Any]], days: Mapping[str, date], remarks: sdk.Remarks) -> None:
    """Say once for each text that is no certain day, where it stands first."""
    unread: dict[str, int] = {}
    for each in cells:
        text = each["removal"]
        if text is not None and text not in days:
            unread.setdefault(text, each[NUMBER])
    for text, number in unread.items():
        message = f"The auto-removal date {text:.{_SHOWN}} is no certain day, so it sets no deadline."
        remarks.note("unreadable_date", f"/row/{number}", message)


DOCUMENT = sdk.Document(
    type=TYPE,
    title="Stranded inventory (GET_STRANDED_INVENTORY_UI_DATA)",
    media_type="text/tab-separated-values",
    recognises=recognises,
    read=read,
    metrics=("stranded_units", "stranded_share"),
    references=(SOURCES["report-types"],),
)
