"""What to do about bad reviews, by the driver that Walmart names."""

from __future__ import annotations

from collections.abc import Mapping

from sellervitals import plugin as sdk

BY_CAUSE: Mapping[str, tuple[sdk.Step, ...]] = {
    "lateRate": (
        sdk.step("late-first", "medium", "operations")(
            "Put the late lanes right first: late orders feed this rate as well as on-time delivery."
        ),
    ),
    "lostRate": (
        sdk.step("find-lost", "medium", "customer_service", days=1)(
            "Write to buyers of parcels that stand still, before they review, and send them again where lost."
        ),
    ),
    "productQualityRate": (
        sdk.step("weak-items", "high", "purchasing", keep="the reviews by item")(
            "Improve or drop the items whose quality buyers complain of most."
        ),
    ),
    "defectiveRate": (
        sdk.step("test-before-sale", "high", "operations", keep="results by batch")(
            "Test a sample of each batch of the items that reviews call defective, and hold back bad ones."
        ),
    ),
    "damagedRate": (
        sdk.step("pack-better", "medium", "operations", keep="photos of the damage")(
            "Pack what arrives damaged better, and check the carrier's handling."
        ),
    ),
    "packagingRate": (
        sdk.step("nicer-packing", "low", "operations")(
            "Look at the packing as the buyer gets it: right size, clean, nothing loose."
        ),
    ),
    "itemNotAsDescRate": (
        sdk.step("honest-listing", "medium", "catalog", channel="Seller Center > Catalog")(
            "Correct the titles, pictures and attributes that promise something else than what is sent."
        ),
    ),
    "itemSizeComfortRate": (
        sdk.step("size-chart", "medium", "catalog", channel="Seller Center > Catalog")(
            "Add or correct the size chart, with measures taken from the goods themselves."
        ),
    ),
    "assemblyInstrRate": (
        sdk.step("instructions", "medium", "catalog")(
            "Put clear assembly instructions into the parcel and onto the listing."
        ),
    ),
    "incorrectItemRate": (
        sdk.step("scan-at-packing", "medium", "operations", keep="scans at packing")(
            "Scan every item against its order before the parcel is closed."
        ),
    ),
    "missingItemRate": (
        sdk.step("count-pieces", "medium", "operations", keep="parcel weights")(
            "Count the pieces of sets, and weigh parcels against what they should weigh."
        ),
    ),
    "responseQualityRate": (
        sdk.step("better-answers", "low", "customer_service")(
            "Read the answers that buyers rated badly and rewrite the templates behind them."
        ),
    ),
}
