"""What to do against orders that leave late: ship, find the cause, promise what can be kept."""

from __future__ import annotations

from sellervitals import plugin as sdk

SHIP_OLDEST = sdk.step(
    "ship-oldest",
    "medium",
    "operations",
    channel="Seller Centre > My Orders > To Ship",
    days=0,
    keep="handover receipts",
)("Pull the list of late orders and ship them today, oldest first.")

STEPS = (
    SHIP_OLDEST,
    sdk.step("split-causes", "low", "operations")(
        "Split the late orders by cause: no stock, no hands to pack, no pickup, or a deadline that was wrong."
    ),
    sdk.step("longer-days-to-ship", "low", "catalog", channel="Seller Centre > My Products")(
        "Raise the days to ship of items that cannot make it, before their next sale."
    ),
    sdk.step("earlier-cut-off", "medium", "operations")(
        "Move your own cut-off earlier, or add a pickup or a drop-off on the days that are late."
    ),
    sdk.step("scan-at-handover", "low", "operations", keep="scans and receipts of each handover")(
        "Have every parcel scanned when it is handed over, not later, and keep the proof."
    ),
    sdk.step("holiday-mode", "low", "operations", channel="Seller Centre > Shop Settings")(
        "Set holiday mode before days on which nobody ships."
    ),
    sdk.step("watch-one-week", "low", "operations")(
        "Look again after the next Monday: the rate is taken anew over the week before it."
    ),
)
