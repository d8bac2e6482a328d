"""What FBA stock is charged by: age, days of supply, capacity and storage utilization."""

from __future__ import annotations

from sellervitals import plugin as sdk

COUNT, FEET = sdk.Unit.COUNT, sdk.Unit.CUBIC_FEET
LOWER, HIGHER = sdk.Better.LOWER, sdk.Better.HIGHER

METRICS = (
    sdk.Metric(
        id="surcharged_units",
        title="Units under the aged-inventory surcharge",
        description="Units that the next snapshot on the 15th will charge: as Amazon itself estimates them,"
        " else the units that are older than 180 days already.",
        unit=COUNT,
        better=LOWER,
        numerator="charged units",
        denominator="units in stock",
        bounded=False,  # Amazon counts on the 15th, the stock is of today
    ),
    sdk.Metric(
        id="aging_units",
        title="Units that may cross an age line",
        description="At most so many units cross 180, 270, 365 or (since 2026) 455 days within 30 days, if"
        " the oldest go on selling as in the last 30 days. Reports tell ages in bands, never of each unit:"
        " how many of a band cross its upper end cannot be known, so all of them are counted.",
        unit=COUNT,
        better=LOWER,
    ),
    sdk.Metric(
        id="low_inventory_fee_skus",
        title="SKUs under the low-inventory-level fee",
        description="SKUs that pay the fee: as Amazon says for the current week, else those whose historical"
        " days of supply are under 28 over both 30 and 90 days and that no known exemption covers.",
        unit=COUNT,
        better=LOWER,
        numerator="SKUs that pay",
        denominator="SKUs",
    ),
    sdk.Metric(
        id="historical_days_of_supply",
        title="Historical days of supply",
        description="Average sellable units of a day over average units shipped a day. The fee looks at the"
        " greater of the values over 30 and 90 days.",
        unit=sdk.Unit.DAYS,
        better=HIGHER,
        segments=("30d", "90d"),
        segment_days={"30d": 30, "90d": 90},
    ),
    sdk.Metric(
        id="capacity_usage",
        title="FBA capacity usage",
        description="Volume on hand and in open shipments; the segment is the storage type.",
        unit=FEET,
        better=LOWER,
    ),
    sdk.Metric(
        id="capacity_limit",
        title="FBA capacity limit",
        description="The month's limit as the Capacity Monitor shows it; the segment is the storage type. It"
        " is what capacity_usage is held against.",
        unit=FEET,
        better=HIGHER,
    ),
    sdk.Metric(
        id="overage_volume",
        title="FBA overage volume",
        description="Volume above the capacity limit, as the average of all days of the month; the segment is"
        " the storage type.",
        unit=FEET,
        better=LOWER,
    ),
    sdk.Metric(
        id="storage_utilization_ratio",
        title="Storage utilization ratio",
        description="Average daily volume stored over average daily volume shipped in 13 weeks, on the last"
        " day of the month; the segment is the size tier.",
        unit=sdk.Unit.WEEKS,
        better=LOWER,
    ),
)
