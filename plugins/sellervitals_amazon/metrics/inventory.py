"""What FBA stock is measured by: the Inventory Performance Index and its factors."""

from __future__ import annotations

from sellervitals import plugin as sdk

LOWER, HIGHER = sdk.Better.LOWER, sdk.Better.HIGHER

MOST_POINTS = 1000
"""The upper end of the Inventory Performance Index."""

METRICS = (
    sdk.Metric(
        id="inventory_performance_index",
        title="Inventory Performance Index",
        description="0 to 1000 points for how FBA stock is managed, new each week on about three months of"
        " data. It stands in no report of Amazon's interface; sellers read it off the inventory dashboard.",
        unit=sdk.Unit.POINTS,
        better=HIGHER,
        highest=MOST_POINTS,
    ),
    sdk.Metric(
        id="excess_inventory_share",
        title="Excess inventory share",
        description="Units beyond 90 days of expected demand, as Amazon estimates them, among the units"
        " available at FBA.",
        unit=sdk.Unit.RATIO,
        better=LOWER,
        numerator="excess units",
        denominator="available units",
    ),
    sdk.Metric(
        id="sell_through_rate",
        title="Sell-through rate",
        description="Units shipped in 90 days by the average units on hand in that time; it may exceed 100 %."
        " Worked out from the planning report, the average of an item is what its own sell-through rate"
        " implies, else what is available now.",
        unit=sdk.Unit.RATIO,
        better=HIGHER,
        window_days=90,
        numerator="units shipped",
        denominator="average units on hand",
        bounded=False,
    ),
    sdk.Metric(
        id="in_stock_rate",
        title="In-stock rate",
        description="The share of time that items to be replenished were in stock in the last 30 days,"
        " weighted by their sales of 60 days. Worked out from the planning report, it is the share of those"
        " sales that falls on items in stock on the day of the report.",
        unit=sdk.Unit.RATIO,
        better=HIGHER,
        window_days=30,
        numerator="recent sales of items in stock",
        denominator="recent sales",
    ),
    sdk.Metric(
        id="unfulfillable_units",
        title="Unfulfillable units",
        description="Units at FBA that can be neither sold nor shipped: damaged, defective or expired.",
        unit=sdk.Unit.COUNT,
        better=LOWER,
    ),
)
