"""What is known of an account over time: its orders, its changes of status, its defects on the way in."""

from __future__ import annotations

from sellervitals import plugin as sdk
from sellervitals_amazon.metrics.account import HISTORY_DAYS

INBOUND_DAYS = 120
"""How far Data Kiosk's inbound defects look back."""

METRICS = (
    sdk.Metric(
        id="orders_180_days",
        title="Orders of 180 days",
        description="Orders fulfilled in the last 180 days, which the Account Health Rating counts.",
        unit=sdk.Unit.COUNT,
        better=sdk.Better.HIGHER,
        window_days=HISTORY_DAYS,
    ),
    sdk.Metric(
        id="account_status_change",
        title="Change of the account status",
        description="Amazon's words before and after: 'NORMAL -> AT_RISK'.",
        unit=sdk.Unit.STATE,
        better=sdk.Better.LOWER,
    ),
    sdk.Metric(
        id="inbound_defect_types",
        title="Kinds of inbound defects",
        description="Different kinds of defects (labels, product data, unexpected items) that Amazon found in"
        " the region's shipments to FBA.",
        unit=sdk.Unit.COUNT,
        better=sdk.Better.LOWER,
        window_days=INBOUND_DAYS,
    ),
    sdk.Metric(
        id="inbound_defect_units_resolved",
        title="Units with inbound defects put right",
        description="Units of the region's shipments to FBA whose defects were resolved.",
        unit=sdk.Unit.COUNT,
        better=sdk.Better.LOWER,
        window_days=INBOUND_DAYS,
    ),
)
