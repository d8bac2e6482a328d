"""One item in Amazon's warehouses, as the FBA inventory planning report tells of it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import NamedTuple

Age = tuple[int, int | None, int]
"""First day, last day (None: no end) and units of that age."""

Surcharge = tuple[int, int | None, int | None, Decimal | None]
"""First day, last day (None: no end), units that will be charged and the amount, as Amazon estimates both."""


class Stock(NamedTuple):
    """One row: an item of one store. None is what the report does not say, never 0.

    Where it stands:
        number: of the row, the header being row 1.
        sku, fnsku, asin: the seller's name of it, the warehouse's, and the product's; sku may be missing.
        condition: such as ``New``.
        marketplace: the store, as written; day: the day the row stands for.

    Units:
        available: can be sold now.
        fc_transfer: on the way between warehouses.
        supply: "Inventory Supply at FBA": can be picked, packed and shipped.
        reserved: for orders, transfers and processing together.
        unfulfillable: can be neither sold nor shipped.
        pending_removal: the seller asked to have back or destroyed.
        inbound: in open shipments, whatever their state.
        ages: units by age in buckets that do not overlap, youngest first; without those that have no figure.
        excess: too many for the expected demand, as Amazon estimates.
        minimum_level: units that Amazon advises to keep.
        ship_in: units that Amazon advises to send, and ``ship_in_date`` by when.

    Sales and supply:
        shipped_7, shipped_30, shipped_60, shipped_90: units shipped in the last so many days.
        sell_through: units shipped in 90 days by the average units on hand.
        days_of_supply: at the expected demand, from stock; total_days_of_supply counts open shipments too.
        history_days, short_days, long_days: historical days of supply: the one that counts, 30 and 90 days.
        no_sale_6_months: nothing, or some units, sold in six months.
        seasonal: has a season within three months; ``first`` is its first day.

    Fees and money, in ``currency``:
        surcharges: the next aged-inventory surcharge by age, youngest first, as Amazon estimates it.
        fee_exempt, fee_applied: whether the low-inventory-level fee spares it, and whether it is charged now.
        volume: cubic feet of one unit; storage_volume of all.
        storage_type: the size family. product_group: such as ``gl_luggage``.
        storage_cost: the estimate for next month, aged-inventory surcharge included.
        price: what the seller asks, or the lower sale price.

    Amazon's advice:
        recommended_action, alert: its words.
        recommended_removal: units. recommended_price and recommended_days: a sale, and how long.
        savings: what following the recommended action saves.
    """

    number: int
    sku: str | None = None
    fnsku: str | None = None
    asin: str | None = None
    condition: str | None = None
    available: int | None = None
    fc_transfer: int | None = None
    supply: int | None = None
    reserved: int | None = None
    unfulfillable: int | None = None
    pending_removal: int | None = None
    inbound: int | None = None
    shipped_7: int | None = None
    shipped_30: int | None = None
    shipped_60: int | None = None
    shipped_90: int | None = None
    excess: int | None = None
    sell_through: Decimal | None = None
    days_of_supply: Decimal | None = None
    total_days_of_supply: Decimal | None = None
    history_days: Decimal | None = None
    short_days: Decimal | None = None
    long_days: Decimal | None = None
    fee_exempt: bool | None = None
    fee_applied: bool | None = None
    minimum_level: int | None = None
    storage_type: str | None = None
    product_group: str | None = None
    storage_cost: Decimal | None = None
    currency: str | None = None
    recommended_action: str | None = None
    alert: str | None = None
    recommended_removal: int | None = None
    recommended_price: Decimal | None = None
    recommended_days: int | None = None
    savings: Decimal | None = None
    ship_in: int | None = None
    ship_in_date: date | None = None
    no_sale_6_months: bool | None = None
    seasonal: bool | None = None
    first: date | None = None
    day: date | None = None
    marketplace: str | None = None
    ages: tuple[Age, ...] = ()
    surcharges: tuple[Surcharge, ...] = ()
    volume: Decimal | None = None
    storage_volume: Decimal | None = None
    price: Decimal | None = None

    @property
    def name(self) -> str:
        """What the seller finds it by: its SKU, else the FNSKU or ASIN, else its row."""
        return self.sku or self.fnsku or self.asin or f"row {self.number}"
