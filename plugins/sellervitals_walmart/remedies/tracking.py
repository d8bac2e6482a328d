"""What to do about tracking that does not count, by the driver that Walmart names."""

from __future__ import annotations

from collections.abc import Mapping

from sellervitals import plugin as sdk

BY_CAUSE: Mapping[str, tuple[sdk.Step, ...]] = {
    "misleadingTrackingRate": (
        sdk.step(
            "stop-made-up-numbers", "low", "management", days=0, keep="what went wrong, and who was told"
        )(
            "Stop reused and made-up tracking numbers today and find who or what enters them: Walmart takes"
            " them for deception."
        ),
    ),
    "nonIntegratedCarrierRate": (
        sdk.step("integrated-carriers", "medium", "purchasing")(
            "Move parcels to carriers that Walmart has integrated."
        ),
    ),
    "invalidTrackingIdRate": (
        sdk.step("upload-with-label", "medium", "engineering", channel="Orders API or Order Management")(
            "Take number and carrier from the label itself when it is made, instead of typing them."
        ),
    ),
    "invalidTrackingUrlRate": (
        sdk.step("tracking-address", "low", "operations")(
            "Give the carrier's own tracking page for each parcel, and open a few of them as a test."
        ),
    ),
    "noCarrierScanRate": (
        sdk.step("unscanned-parcels", "low", "operations", days=1, keep="the carrier's answer")(
            "Look a day after shipping for numbers without a scan, and find those parcels with the carrier."
        ),
    ),
}
