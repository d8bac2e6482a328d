"""What to do about cancelled orders, by the driver that Walmart names."""

from __future__ import annotations

from collections.abc import Mapping

from sellervitals import plugin as sdk

BY_CAUSE: Mapping[str, tuple[sdk.Step, ...]] = {
    "outOfStockRate": (
        sdk.step("send-stock-hourly", "high", "engineering", channel="Inventory API or feed")(
            "Send the stock of every warehouse at least hourly, less a buffer of a few units on fast sellers."
        ),
        sdk.step("zero-when-closed", "low", "catalog", channel="Seller Center > Inventory", days=0)(
            "Set the inventory of doubtful items to zero, and of all items on days when nobody ships."
        ),
    ),
    "pricingErrorRate": (
        sdk.step("check-price-feed", "medium", "catalog", keep="the feed and its check")(
            "Check every price feed against the last one before it is published, and stop what moved too far."
        ),
    ),
    "incMrkdAddNotSvcbleRate": (
        sdk.step("check-regions", "medium", "operations", channel="Seller Center > Shipping Profile")(
            "Take regions that no carrier of yours serves out of the shipping templates, and accept the rest."
        ),
    ),
    "shipWindowExpRate": (
        sdk.step("ship-before-expiry", "medium", "operations", channel="Order Management", days=0)(
            "Ship and confirm with a tracking number by the expected ship date; Walmart cancels what is"
            " still open four days after it."
        ),
    ),
}
