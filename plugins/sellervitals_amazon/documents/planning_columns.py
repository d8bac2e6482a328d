"""The columns of the FBA inventory planning report, in every generation of its header that is known."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from sellervitals_amazon.documents.cells import Counts, Currencies, Days, Flags, Names, Numbers, Texts
from sellervitals_amazon.documents.columns import Column

AGES: tuple[tuple[int, int | None, str], ...] = (
    (0, 90, "inv-age-0-to-90-days"),
    (91, 180, "inv-age-91-to-180-days"),
    (181, 270, "inv-age-181-to-270-days"),
    (271, 365, "inv-age-271-to-365-days"),
    (366, 455, "inv-age-366-to-455-days"),
    (456, None, "inv-age-456-plus-days"),
    (366, None, "inv-age-365-plus-days"),
)
"""First day, last day and column of the ages, newer columns first where they overlap.

The report has a second set of ages that overlaps this one; it is never read.
"""

_CHARGED, _AMOUNT = "quantity-to-be-charged-ais-{}-days", "estimated-ais-{}-days"
SURCHARGES: tuple[tuple[int, int | None, str, str], ...] = (
    (181, 210, _CHARGED.format("181-210"), _AMOUNT.format("181-210")),
    (211, 240, _CHARGED.format("211-240"), _AMOUNT.format("211-240")),
    (241, 270, _CHARGED.format("241-270"), _AMOUNT.format("241-270")),
    (271, 300, _CHARGED.format("271-300"), _AMOUNT.format("271-300")),
    (301, 330, _CHARGED.format("301-330"), _AMOUNT.format("301-330")),
    (331, 365, _CHARGED.format("331-365"), _AMOUNT.format("331-365")),
    (366, 455, _CHARGED.format("366-455"), _AMOUNT.format("366-455")),
    (456, None, _CHARGED.format("456-plus"), _AMOUNT.format("456-plus")),
    (366, None, _CHARGED.format("365-plus"), _AMOUNT.format("365-plus")),
    (331, 365, "qty-to-be-charged-ltsf-11-mo", "projected-ltsf-11-mo"),
    (366, None, "qty-to-be-charged-ltsf-12-mo", "estimated-ltsf-next-charge"),
)
"""First day, last day, and the columns of units to be charged and of the amount; newer ones first.

Over a year there was one step until 2026; before April 2023 it was the long-term storage fee.
"""

PLAIN: Mapping[str, Column] = {
    "sku": Column(("sku",), Names),
    "fnsku": Column(("fnsku",), Names),
    "asin": Column(("asin",), Names),
    "condition": Column(("condition",), Texts),
    "available": Column(("available", "sellable-quantity"), Counts),
    "fc_transfer": Column(("fc-transfer", "reserved-fc-transfer"), Counts),
    "supply": Column(("inventory-supply-at-fba",), Counts),
    "reserved": Column(("total-reserved-quantity", "reserved-quantity"), Counts),
    "unfulfillable": Column(("unfulfillable-quantity", "unsellable-quantity"), Counts),
    "pending_removal": Column(("pending-removal-quantity", "qty-with-removals-in-progress"), Counts),
    "inbound": Column(("inbound-quantity", "in-bound-quantity"), Counts),
    "shipped_7": Column(("units-shipped-t7", "units-shipped-last-7-days"), Counts),
    "shipped_30": Column(("units-shipped-t30", "units-shipped-last-30-days"), Counts),
    "shipped_60": Column(("units-shipped-t60",), Counts),
    "shipped_90": Column(("units-shipped-t90", "units-shipped-last-90-days"), Counts),
    "excess": Column(("estimated-excess-quantity",), Counts),
    "sell_through": Column(("sell-through",), Numbers),
    "days_of_supply": Column(("days-of-supply",), Numbers),
    "total_days_of_supply": Column(("total-days-of-supply-including-units-from-open-shipments",), Numbers),
    "history_days": Column(("historical-days-of-supply",), Numbers),
    "short_days": Column(("short-term-historical-days-of-supply",), Numbers),
    "long_days": Column(("long-term-historical-days-of-supply",), Numbers),
    "fee_exempt": Column(("exempted-from-low-inventory-level-fee",), Flags),
    "fee_applied": Column(
        ("low-inventory-level-fee-applied-in-current-week", "low-inventory-level-fee-applied"), Flags
    ),
    "minimum_level": Column(("fba-minimum-inventory-level",), Counts),
    "storage_type": Column(("storage-type",), Texts),
    "product_group": Column(("product-group",), Texts),
    "storage_cost": Column(("estimated-storage-cost-next-month",), Numbers),
    "currency": Column(("currency",), Currencies),
    "recommended_action": Column(("recommended-action",), Texts),
    "alert": Column(("alert",), Texts),
    "recommended_removal": Column(("recommended-removal-quantity",), Counts),
    "recommended_price": Column(("recommended-sales-price",), Numbers),
    "recommended_days": Column(("recommended-sale-duration-days",), Counts),
    "savings": Column(("estimated-cost-savings-of-recommended-actions",), partial(Numbers, negative=True)),
    "ship_in": Column(("recommended-ship-in-quantity", "recommended-order-quantity"), Counts),
    "ship_in_date": Column(("recommended-ship-in-date", "recommended-order-date"), Days),
    "no_sale_6_months": Column(("no-sale-last-6-months",), Flags),
    "seasonal": Column(("is-seasonal-in-next-3-months",), Flags),
    "first": Column(("season-start-date",), Days),
    "day": Column(("snapshot-date",), Days),
    "marketplace": Column(("marketplace",), Texts),
}
"""The fields of ``Stock`` that a column gives as it is, in their order."""

VOLUME = Column(("item-volume", "per-unit-volume"), Numbers)
STORAGE_VOLUME = Column(("storage-volume",), Numbers)
VOLUME_UNIT = Column(("volume-unit-measurement",), Texts)
YOUR_PRICE = Column(("your-price",), Numbers)
SALES_PRICE = Column(("sales-price",), Numbers)


_NOT_READ = """
product-name healthy-inventory-level deprecated-healthy-inventory-level sales-rank lowest-price-used
lowest-price-new-plus-shipping featuredoffer-price weeks-of-cover-t30 weeks-of-cover-t90
sales-shipped-last-7-days sales-shipped-last-30-days sales-shipped-last-60-days sales-shipped-last-90-days
inv-age-0-to-30-days inv-age-31-to-60-days inv-age-61-to-90-days inv-age-181-to-330-days
inv-age-331-to-365-days inbound-working inbound-shipped inbound-received fba-inventory-level-health-status
last-updated-date-for-historical-days-of-supply inventory-age-snapshot-date reserved-fc-processing
reserved-customer-order reserved-staging supplier season-name season-end-date
exempted-from-low-inventory-cost-coverage-fee fulfillment-service-and-programs
"""

KNOWN = frozenset(
    (
        *_NOT_READ.split(),
        *(name for column in PLAIN.values() for name in column.names),
        *(
            name
            for column in (VOLUME, STORAGE_VOLUME, VOLUME_UNIT, YOUR_PRICE, SALES_PRICE)
            for name in column.names
        ),
        *(name for *_, name in AGES),
        *(name for *_, units, amount in SURCHARGES for name in (units, amount)),
    )
)
"""Every column that some generation of the report has."""
