"""The seller standards: what makes the seller level, in force (no segment) and as a forecast."""

from __future__ import annotations

from sellervitals import plugin as sdk
from sellervitals_ebay.segments import FORECAST, PROJECTED

RATIO, COUNT = sdk.Unit.RATIO, sdk.Unit.COUNT
LOWER, HIGHER = sdk.Better.LOWER, sdk.Better.HIGHER

LOOKBACK = " The last 3 months with 400 or more transactions in them, else the last 12."
SEGMENTS = (PROJECTED,)
BUYERS = "buyers"
"""The part of the defects that decides beside their rate: the number of different buyers."""

METRICS = (
    sdk.Metric(
        id="seller_level",
        title="Seller level",
        description="eBay's own word for the account in one program: evaluated on the 20th of each month,"
        " projected every day.",
        unit=sdk.Unit.STATE,
        better=LOWER,
        segments=SEGMENTS,
        segment_variants=FORECAST,
    ),
    sdk.Metric(
        id="transaction_defect_rate",
        title="Transaction defect rate",
        description="Transactions that the seller cancelled for want of stock or will, or whose case was"
        " closed without the seller's resolution." + LOOKBACK,
        unit=RATIO,
        better=LOWER,
        segments=SEGMENTS,
        segment_variants=FORECAST,
        parts=(BUYERS,),
        numerator="transactions with a defect",
        denominator="transactions",
    ),
    sdk.Metric(
        id="transaction_defect_count",
        title="Transactions with a defect",
        description="The number behind the transaction defect rate." + LOOKBACK,
        unit=COUNT,
        better=LOWER,
        segments=SEGMENTS,
        segment_variants=FORECAST,
        numerator="transactions with a defect",
    ),
    sdk.Metric(
        id="cases_closed_without_resolution_rate",
        title="Cases closed without seller resolution",
        description="Transactions with a Money Back Guarantee case that eBay decided for the buyer."
        + LOOKBACK,
        unit=RATIO,
        better=LOWER,
        segments=SEGMENTS,
        segment_variants=FORECAST,
        numerator="cases decided for the buyer",
        denominator="transactions",
    ),
    sdk.Metric(
        id="cases_closed_without_resolution_count",
        title="Number of cases closed without seller resolution",
        description="The number behind the rate." + LOOKBACK,
        unit=COUNT,
        better=LOWER,
        segments=SEGMENTS,
        segment_variants=FORECAST,
        numerator="cases decided for the buyer",
    ),
    sdk.Metric(
        id="late_shipment_rate",
        title="Late shipment rate",
        description="Transactions delivered after the estimate without a carrier's scan inside the handling"
        " time, or that the buyer calls late where no tracking proves otherwise." + LOOKBACK,
        unit=RATIO,
        better=LOWER,
        segments=SEGMENTS,
        segment_variants=FORECAST,
        numerator="late transactions",
        denominator="transactions",
    ),
    sdk.Metric(
        id="tracking_uploaded_on_time_rate",
        title="Tracking uploaded on time and validated",
        description="Transactions whose tracking number was uploaded inside the handling time and confirmed"
        " by the carrier, over the last 3 months.",
        unit=RATIO,
        better=HIGHER,
        segments=SEGMENTS,
        segment_variants=FORECAST,
        numerator="transactions with tracking on time",
        denominator="transactions",
    ),
    sdk.Metric(
        id="transactions_12m",
        title="Transactions of 12 months",
        description="Transactions with buyers of the program in the last 12 months.",
        unit=COUNT,
        better=HIGHER,
        segments=SEGMENTS,
        segment_variants=FORECAST,
        numerator="transactions",
    ),
    sdk.Metric(
        id="sales_12m",
        title="Sales of 12 months",
        description="Sales to buyers of the program in the last 12 months; only US dollars can be compared.",
        unit=sdk.Unit.USD,
        better=HIGHER,
        segments=SEGMENTS,
        segment_variants=FORECAST,
    ),
    sdk.Metric(
        id="days_on_site",
        title="Days on eBay",
        description="The age of the account. eBay's own profile says only whether it is old enough.",
        unit=sdk.Unit.DAYS,
        better=HIGHER,
        segments=SEGMENTS,
        segment_variants=FORECAST,
    ),
)
