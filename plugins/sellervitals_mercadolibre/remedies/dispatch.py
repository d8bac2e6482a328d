"""What to do about late handling, whether it counts already or will."""

from sellervitals import plugin as sdk

STEPS = (
    sdk.step(
        "ship-oldest-first",
        "medium",
        "operations",
        channel="Sales > To dispatch",
        days=0,
        keep="handover receipts",
    )("Pull the list of late shipments and hand them over today, oldest first."),
    sdk.step("split-causes", "low", "operations")(
        "Sort them by cause: no stock, too little packing capacity, a missed pick-up, a wrong deadline."
    ),
    sdk.step("honest-handling-time", "low", "catalog", channel="Listings")(
        "Raise the handling time of items that cannot make it, before the next one is sold."
    ),
    sdk.step("earlier-cut-off", "medium", "operations", channel="Shipping preferences")(
        "Move the daily cut-off earlier, or add a pick-up or a drop-off."
    ),
    sdk.step("scan-at-handover", "low", "operations", keep="the scans of each day")(
        "Have every parcel scanned at the handover, not later, and keep the proof."
    ),
    sdk.step("closed-days", "low", "operations", channel="Shipping preferences")(
        "Enter closed days and holidays before they come."
    ),
)
