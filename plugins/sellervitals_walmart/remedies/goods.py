"""What to do about goods that come back, are refunded or never arrive, by the driver that Walmart names."""

from __future__ import annotations

from collections.abc import Mapping

from sellervitals import plugin as sdk

_PICKING = (
    sdk.step("check-picks", "medium", "operations", keep="scans at packing")(
        "Scan each item at packing against the order, and recount the places of items that were mixed up."
    ),
)
_LOST = (
    sdk.step("watch-parcels", "medium", "customer_service", days=1)(
        "Follow up parcels that have not moved for three days, before the buyer reports them."
    ),
)

OF_RETURNS: Mapping[str, tuple[sdk.Step, ...]] = {
    "incorrectItemsRate": _PICKING,
    "arrivedLateRate": (
        sdk.step("late-lanes", "medium", "operations", channel="Seller Center > Shipping Profile")(
            "Raise transit days or change the carrier on the lanes from which late parcels come back."
        ),
    ),
    "defectiveRate": (
        sdk.step("pull-defective", "high", "purchasing", keep="what the supplier answered")(
            "Inspect the stock of items that come back as defective, pull bad batches, go to the supplier."
        ),
    ),
    "damagedRate": (
        sdk.step("stronger-packing", "medium", "operations", keep="photos of the damage")(
            "Pack the items that arrive damaged better, and drop-test the new packing."
        ),
    ),
}
OF_REFUNDS: Mapping[str, tuple[sdk.Step, ...]] = {**OF_RETURNS, "lostRate": _LOST}
OF_LOST_ORDERS: Mapping[str, tuple[sdk.Step, ...]] = {"incorrectItemsRate": _PICKING, "lostRate": _LOST}
