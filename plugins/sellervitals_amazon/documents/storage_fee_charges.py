"""The monthly storage fees report, GET_FBA_STORAGE_FEE_CHARGES_DATA: utilization ratios and surcharges."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from itertools import groupby
from typing import Any, NamedTuple

from sellervitals import plugin as sdk
from sellervitals_amazon.documents.cells import Currencies, Numbers, Texts, Words
from sellervitals_amazon.documents.columns import Column, read_rows
from sellervitals_amazon.rates.bill import Owed, total
from sellervitals_amazon.sites import site_named

TYPE = "amazon.fba-storage-fee-charges"
METRIC = "storage_utilization_ratio"
_MONTH = re.compile("20[0-9]{2}-[0-9]{2}(-[0-9]{2})?")


class Months(Words):
    """Months, as the day they begin."""

    def word(self, text: str) -> date:  # noqa: D102
        if not _MONTH.fullmatch(text):
            raise ValueError(text)
        return date.fromisoformat(f"{text[:7]}-01")


class Charge(NamedTuple):
    """One row: an item in one warehouse in one month. None is what the report does not say, never 0.

    ``month`` is its first day. ``ratio`` is in weeks and the same for a size ``tier``; ``rate`` is the
    surcharge of a cubic foot and ``surcharge`` that of the row, in ``currency``. ``older`` is the average
    number of units that are older than 30 days.
    """

    number: int
    asin: str | None
    fnsku: str | None
    country: str | None
    tier: str | None
    month: date | None
    ratio: Decimal | None
    ratio_unit: str | None
    rate: Decimal | None
    surcharge: Decimal | None
    currency: str | None
    older: Decimal | None


class Charged(NamedTuple):
    """An item with a surcharge in one currency, by its rows of all warehouses."""

    name: str
    rows: Sequence[Charge]
    owed: Owed


_COLUMNS: Mapping[str, Column] = {
    "asin": Column(("asin",), Texts),
    "fnsku": Column(("fnsku",), Texts),
    "country": Column(("country-code",), Texts),
    "tier": Column(("product-size-tier",), Texts),
    "month": Column(("month-of-charge",), Months),
    "ratio": Column(("storage-utilization-ratio",), Numbers),
    "ratio_unit": Column(("storage-utilization-ratio-units",), Texts),
    "rate": Column(("utilization-surcharge-rate",), Numbers),
    "surcharge": Column(("estimated-storage-utilization-surcharge",), Numbers),
    "currency": Column(("currency",), Currencies),
    "older": Column(("average-quantity-on-hand-above-30-days",), Numbers),
}
_NOT_READ = """
product-name fulfillment-center longest-side median-side shortest-side measurement-units weight weight-units
item-volume volume-units average-quantity-on-hand average-quantity-pending-removal estimated-total-item-volume
estimated-total-storage-utilization-surcharge-volume base-rate estimated-base-monthly-storage-fee
estimated-monthly-storage-fee dangerous-goods-storage-type total-incentive-fee-amount
breakdown-incentive-fee-amount average-quantity-customer-orders
"""
_KNOWN = frozenset(_NOT_READ.split()).union(*(column.names for column in _COLUMNS.values()))
_SURE = frozenset({"month-of-charge", "product-size-tier", "estimated-monthly-storage-fee"})


def recognises(content: Any) -> bool:
    """Say by its header whether this is such a report; never raises."""
    return sdk.columns_of(content) >= _SURE


def read(content: Any) -> sdk.Reading:
    """Turn a report into the ratio of each size tier and store; months before the newest become history.

    Raises:
        UnreadableError: at ``/row/<number>``: the table is broken, or a number in it cannot be read.
    """
    sheet = sdk.read_sheet(content)
    remarks = sdk.Remarks(TYPE)
    unknown = [sheet.header[place] for name, place in sheet.columns.items() if name not in _KNOWN]
    remarks.unknown(dict.fromkeys(unknown), frozenset(), "/row/1")
    rows = read_rows(sheet, tuple(_COLUMNS.values()), _charge, remarks)
    found: list[sdk.Measurement] = []
    history: list[sdk.Measurement] = []
    tables: list[sdk.Table] = []
    for site, charges in _by_site(rows, remarks).items():
        newest = max((each.month for each in charges if each.month), default=None)
        for month, some in groupby(sorted(charges, key=_month), key=lambda each: each.month):
            into = found if month == newest else history
            into.extend(_ratios(list(some), site, remarks))
        kept = [each for each in charges if each.month == newest]
        tables.append(sdk.Table(TYPE, kept, site, newest and _last_day(newest)))
    return sdk.Reading(
        tuple(found),
        sites=tuple(table.site for table in tables),
        ignored=remarks.ignored,
        notices=remarks.notices,
        tables=tuple(tables),
        history=tuple(history),
    )


def _charge(number: int, values: tuple[Any, ...]) -> Charge:
    return Charge(number, *values)


def _month(charge: Charge) -> date:
    return charge.month or date.min


def _last_day(month: date) -> date:
    return (month + timedelta(days=31)).replace(day=1) - timedelta(days=1)


def _by_site(rows: Iterable[Charge], remarks: sdk.Remarks) -> dict[str | None, list[Charge]]:
    """Sort rows by store; a country without one stays as it is, and is nobody else's."""
    found: dict[str | None, list[Charge]] = {}
    sites: dict[str | None, str | None] = {None: None}
    for each in rows:
        if each.country not in sites:
            sites[each.country] = site_named(each.country or "") or each.country
            if site_named(each.country or "") is None:
                message = f"{each.country:.60} is no country of a known Amazon store."
                remarks.note("unknown_marketplace", f"/row/{each.number}", message)
        found.setdefault(sites[each.country], []).append(each)
    return found or {None: []}


def _ratios(charges: Iterable[Charge], site: str | None, remarks: sdk.Remarks) -> Iterator[sdk.Measurement]:
    """Give the ratio of each size tier in one month, with the items that are charged for it."""
    tiers: dict[str | None, list[Charge]] = {}
    for each in charges:
        tiers.setdefault(each.tier, []).append(each)
    for tier, rows in tiers.items():
        told = [each for each in rows if each.ratio is not None]
        weeks = [each for each in told if (each.ratio_unit or "weeks").casefold() == "weeks"]
        if len(weeks) < len(told):
            remarks.unreadable(f"/row/{told[0].number}", "a storage utilization ratio in weeks")
        if not weeks:
            continue
        worst = max(weeks, key=lambda each: each.ratio or Decimal(0))
        if len({each.ratio for each in weeks}) > 1:
            message = f"The rows of {tier or 'no size tier'} name several ratios; the highest counts."
            remarks.note("ratios_differ", f"/row/{worst.number}", message)
        yield sdk.Measurement(
            METRIC,
            tier,
            value=worst.ratio,
            window=None if worst.month is None else sdk.Window(worst.month, _last_day(worst.month)),
            document=TYPE,
            pointer=f"/row/{worst.number}",
            site=site,
            breakdown=_charged(rows),
        )


def _charged(rows: Iterable[Charge]) -> sdk.Breakdown | None:
    """List the items with a surcharge, all warehouses together; None where no row tells of one."""
    known = [each for each in rows if each.surcharge is not None]
    if not known:
        return None
    by_item: dict[tuple[str, str | None], list[Charge]] = {}
    for each in known:
        if each.surcharge:
            name = each.fnsku or each.asin or f"row {each.number}"
            by_item.setdefault((name, each.currency), []).append(each)
    charged = [Charged(name, some, _owed(some)) for (name, _), some in by_item.items()]
    return sdk.Breakdown.of(
        charged,
        worst=lambda each: each.owed.amount,
        item=_item,
        money=total([each.owed for each in charged]),
    )


def _owed(rows: Sequence[Charge]) -> Owed:
    amount = sum((each.surcharge or Decimal(0) for each in rows), Decimal(0))
    return Owed(amount, rows[0].currency, "the report's own estimates")


def _item(charged: Charged) -> sdk.Item:
    name, rows, owed = charged
    older = [each.older for each in rows if each.older is not None]
    return sdk.Item(
        name,
        listing=rows[0].asin,
        situation="slow stock",
        value=sum(older, Decimal(0)) if older else None,
        unit="units older than 30 days on average" if older else "",
        money=owed.money,
        pointer=f"/row/{rows[0].number}",
    )


DOCUMENT = sdk.Document(
    type=TYPE,
    title="Monthly storage fees (GET_FBA_STORAGE_FEE_CHARGES_DATA)",
    media_type="text/tab-separated-values",
    recognises=recognises,
    read=read,
    metrics=(METRIC,),
    references=(sdk.Reference("Amazon: monthly storage fees report"),),
)
