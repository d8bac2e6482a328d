"""What to do about late deliveries and late shipments, by the driver that Walmart names."""

from __future__ import annotations

from collections.abc import Mapping

from sellervitals import plugin as sdk

BY_CAUSE_OF_DELIVERY: Mapping[str, tuple[sdk.Step, ...]] = {
    "lateShipmentRate": (
        sdk.step(
            "real-lag-time", "low", "catalog", channel="Seller Center > Item setup > Fulfillment lag time"
        )("Raise the lag time of the items that leave late until it matches the real work."),
    ),
    "carrierEDDLaterThanEDDRate": (
        sdk.step("longer-transit", "low", "operations", channel="Seller Center > Shipping Profile")(
            "Raise the transit days of lanes on which the carrier promises a later day than the buyer sees."
        ),
    ),
    "lateHandoverToCarrierRate": (
        sdk.step("same-day-hand-over", "medium", "operations", keep="hand-over manifests")(
            "Hand parcels over on the day the label is printed, before the carrier's cut-off."
        ),
    ),
    "noCarrierScanRate": (
        sdk.step("first-scan", "medium", "operations", keep="pick-up scans")(
            "Have the driver scan each parcel at pick-up, or drop it off where it is scanned the same day."
        ),
    ),
    "carrierMethodMismatchRate": (
        sdk.step("promised-service", "low", "operations")(
            "Print labels of the carrier service that the shipping template promises, never of a slower one."
        ),
    ),
    "shipLocationMismatchRate": (
        sdk.step("ship-from-the-node", "medium", "operations", channel="Seller Center > Fulfillment centers")(
            "Ship from the location that is set for the item, or correct the setting."
        ),
    ),
    "carrierDelaysRate": (
        sdk.step("weak-lanes", "medium", "purchasing", keep="the carrier's transit times by lane")(
            "Change the carrier or service on the lanes where parcels stand still on the way."
        ),
    ),
}

BY_CAUSE_OF_SHIPMENT: Mapping[str, tuple[sdk.Step, ...]] = {
    "lateShipmentRate": (
        sdk.step(
            "lag-time-that-holds",
            "low",
            "catalog",
            channel="Seller Center > Item setup > Fulfillment lag time",
        )("Set a lag time that matches the real work for every item that left late."),
    ),
    "lateHandoverToCarrierRate": (
        sdk.step("hand-over-daily", "medium", "operations", keep="hand-over manifests")(
            "Hand over on the day of the label, also on days with many orders."
        ),
    ),
    "missingOrInvalidRate": (
        sdk.step("valid-number", "low", "operations", channel="Order Management", days=1)(
            "Complete or correct the tracking numbers that are missing or that the carrier does not know."
        ),
    ),
}
