"""What to do against too many pre-orders."""

from __future__ import annotations

from sellervitals import plugin as sdk

STEPS = (
    sdk.step("count-pre-orders", "low", "catalog", channel="Seller Centre > My Products")(
        "Count pre-order listings against live ones and work out how many are too many."
    ),
    sdk.step("switch-stocked", "low", "catalog")("Switch items that are in stock to normal listings."),
    sdk.step("retire-dead", "low", "catalog")("End pre-order listings that nobody buys."),
    sdk.step("check-exemption", "low", "management")(
        "In Taiwan, look up until which day your exemption lasts, and be under the target by then."
    ),
)
