"""Amazon's restock report, GET_RESTOCK_INVENTORY_RECOMMENDATIONS_REPORT: what to send in, and by when."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from sellervitals import plugin as sdk
from sellervitals_amazon.documents.cells import Counts, Currencies, Numbers, Texts
from sellervitals_amazon.documents.columns import Column
from sellervitals_amazon.documents.days import read_days
from sellervitals_amazon.documents.records import NUMBER, read_records
from sellervitals_amazon.sites import site_named
from sellervitals_amazon.sources import SOURCES

TYPE = "amazon.restock-recommendations"
OUT_OF_STOCK, REORDER_NOW = "out_of_stock", "reorder_now"
ALERTS = frozenset({"", OUT_OF_STOCK, REORDER_NOW})
"""Amazon's words that are known."""
_REQUIRED = frozenset({"merchant-sku", "alert", "recommended-replenishment-qty"})


class Restock(NamedTuple):
    """One row: an item of one store. None is what the report does not say, never 0.

    ``alert`` is Amazon's word in small letters. ``quantity`` is what Amazon advises to send; ``ship_by`` by
    when, as written, and ``ship_day`` the day if it is certain. ``sales`` are those of the last 30 days in
    ``currency``, ``units_sold`` the units; ``days_of_supply`` counts stock at FBA alone.
    """

    number: int
    sku: str
    asin: str | None
    alert: str
    quantity: int | None
    ship_by: str | None
    ship_day: date | None
    sales: Decimal | None
    price: Decimal | None
    units_sold: int | None
    currency: str | None
    days_of_supply: Decimal | None
    action: str | None


_WANTED: Mapping[str, Column] = {
    "country": Column(("country",), Texts),
    "sku": Column(("merchant-sku",), Texts),
    "fnsku": Column(("fnsku",), Texts),
    "asin": Column(("asin",), Texts),
    "alert": Column(("alert",), Texts),
    "quantity": Column(("recommended-replenishment-qty",), Counts),
    "ship_by": Column(("recommended-ship-date",), Texts),
    "sales": Column(("sales-last-30-days",), Numbers),
    "price": Column(("price",), Numbers),
    "units_sold": Column(("units-sold-last-30-days",), Counts),
    "currency": Column(("currency-code",), Currencies),
    "days_of_supply": Column(("days-of-supply-at-amazon-fulfillment-network",), Numbers),
    "action": Column(("recommended-action",), Texts),
}
_NOT_READ = """
product-name condition supplier supplier-part-no total-units inbound available fc-transfer fc-processing
customer-order unfulfillable working shipped receiving fulfilled-by unit-storage-size
total-days-of-supply-including-units-from-open-shipments
"""
_UNUSED = frozenset(_NOT_READ.split())


def recognises(content: Any) -> bool:
    """Say by its header whether this is such a report; never raises."""
    return sdk.columns_of(content) >= _REQUIRED


def read(content: Any) -> sdk.Reading:
    """Turn a report into one table of ``Restock`` for each country.

    Raises:
        UnreadableError: at ``/row/<number>``: the table is broken, or a number in it cannot be read.
    """
    remarks = sdk.Remarks(TYPE)
    cells = read_records(content, _WANTED, _UNUSED, remarks)
    days = read_days({each["ship_by"] for each in cells if each["ship_by"] is not None})
    _note_unread(cells, days, remarks)
    _note_alerts(cells, remarks)
    found: dict[str | None, list[Restock]] = {}
    for site, some in _by_site(cells, remarks).items():
        found[site] = [_row(each, days) for each in some]
    return sdk.Reading(
        (),
        sites=tuple(found),
        ignored=remarks.ignored,
        notices=remarks.notices,
        tables=tuple(sdk.Table(TYPE, rows, site) for site, rows in found.items()),
    )


def _by_site(
    cells: Sequence[Mapping[str, Any]], remarks: sdk.Remarks
) -> dict[str | None, list[Mapping[str, Any]]]:
    """Sort rows by store; rows of a country that is no store, or of none among several, are left out.

    A single country that nobody knows leaves the store open.

    Raises:
        UnreadableError: there are several countries, and none is a store.
    """
    words = dict.fromkeys(each["country"] for each in cells)
    sites = {word: None if word is None else site_named(word) for word in words}
    known = list(dict.fromkeys(site for site in sites.values() if site is not None))
    odd = [word for word, site in sites.items() if site is None and word is not None]
    alone = len(known) + len(odd) <= 1
    for word in odd:
        message = f"{word:.60} is no known Amazon store."
        remarks.note(
            "unknown_marketplace", "/row/1", message if alone else f"{message} Its rows were left out."
        )
    if not alone and not known:
        raise sdk.UnreadableError("/row/1", "leads to several countries, none of which is a known store.")
    if not alone and None in words:
        remarks.note("store_unnamed", "/row/1", "Rows without a country were left out.")
    found: dict[str | None, list[Mapping[str, Any]]] = {site: [] for site in known} or {None: []}
    for each in cells:
        site = next(iter(found)) if alone else sites[each["country"]]
        if alone or site is not None:
            found[site].append(each)
    return found


def _row(cells: Mapping[str, Any], days: Mapping[str, date]) -> Restock:
    number, ship_by = cells[NUMBER], cells["ship_by"]
    return Restock(
        number,
        cells["sku"] or cells["fnsku"] or cells["asin"] or f"row {number}",
        cells["asin"],
        _alert(cells),
        cells["quantity"],
        ship_by,
        days.get(ship_by or ""),
        cells["sales"],
        cells["price"],
        cells["units_sold"],
        cells["currency"],
        cells["days_of_supply"],
        cells["action"],
    )


def _alert(cells: Mapping[str, Any]) -> str:
    return (cells["alert"] or "").casefold().replace(" ", "_")


def _note_alerts(cells: Iterable[Mapping[str, Any]], remarks: sdk.Remarks) -> None:
    """Say once of each alert that nobody knows where it stands first."""
    unknown: dict[str, int] = {}
    for each in cells:
        if _alert(each) not in ALERTS:
            unknown.setdefault(each["alert"], each[NUMBER])
    for word, number in unknown.items():
        remarks.note("unknown_alert", f"/row/{number}", f"The alert {word:.40} is not known.")


def _note_unread(cells: Iterable[Mapping[str, Any]], days: Mapping[str, date], remarks: sdk.Remarks) -> None:
    """Say once that days are quoted as written, at the first of them."""
    for each in cells:
        text = each["ship_by"]
        if text is not None and text not in days:
            message = f"The ship date {text:.40} is no certain day; such days are quoted as written."
            remarks.note("unreadable_date", f"/row/{each[NUMBER]}", message)
            return


DOCUMENT = sdk.Document(
    type=TYPE,
    title="Restock recommendations (GET_RESTOCK_INVENTORY_RECOMMENDATIONS_REPORT)",
    media_type="text/tab-separated-values",
    recognises=recognises,
    read=read,
    metrics=("out_of_stock_skus", "reorder_skus"),
    references=(SOURCES["report-types"],),
)
