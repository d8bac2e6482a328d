"""What stock that earns nothing is measured by: units without an offer, and offers without units."""

from __future__ import annotations

from sellervitals import plugin as sdk
from sellervitals_amazon.documents.stranding import REASONS

COUNT, LOWER = sdk.Unit.COUNT, sdk.Better.LOWER

METRICS = (
    sdk.Metric(
        id="stranded_units",
        title="Stranded units",
        description="Units at FBA that no buyer can order because their offer is closed, broken or blocked:"
        " fulfillable, reserved and unfulfillable ones, but not those on their way in. Amazon cancels the"
        " report when there are none: a cancelled report is 0.",
        unit=COUNT,
        better=LOWER,
        parts=REASONS,
    ),
    sdk.Metric(
        id="stranded_share",
        title="Stranded share",
        description="Stranded units that could be sold among the units available at FBA, one of the factors"
        " of the Inventory Performance Index.",
        unit=sdk.Unit.RATIO,
        better=LOWER,
        numerator="stranded units",
        denominator="available units",
    ),
    sdk.Metric(
        id="out_of_stock_skus",
        title="SKUs out of stock",
        description="SKUs that Amazon's restock report marks as out of stock.",
        unit=COUNT,
        better=LOWER,
    ),
    sdk.Metric(
        id="reorder_skus",
        title="SKUs to reorder now",
        description="SKUs that Amazon's restock report asks to reorder now, while some are left.",
        unit=COUNT,
        better=LOWER,
    ),
)
