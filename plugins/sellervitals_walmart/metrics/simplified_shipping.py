"""The accuracy of Simplified Shipping Settings, each against a rate that Walmart only recommends."""

from __future__ import annotations

from functools import partial

from sellervitals import plugin as sdk

_accuracy = partial(sdk.Metric, unit=sdk.Unit.RATIO, better=sdk.Better.HIGHER, window_days=30, rolling=True)

METRICS = (
    _accuracy(
        id="sss_on_time_shipment_rate",
        title="Simplified shipping: on-time shipment",
        description="Orders shipped when Simplified Shipping Settings promised it.",
        numerator="orders shipped on time",
        parts=("markedAsShippedLateRate", "lateHandoverToCarrierRate"),
    ),
    _accuracy(
        id="sss_carrier_method_accuracy",
        title="Simplified shipping: carrier method accuracy",
        description="Orders that left by the carrier and service that the settings name.",
        numerator="orders with the set carrier method",
    ),
    _accuracy(
        id="sss_ship_from_accuracy",
        title="Simplified shipping: ship-from location accuracy",
        description="Orders that left from the location that the settings name.",
        numerator="orders from the set location",
    ),
)
