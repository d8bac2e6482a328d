"""What to do against failed pickups."""

from __future__ import annotations

from sellervitals import plugin as sdk

STEPS = (
    sdk.step("list-failed-days", "low", "operations", channel="get_metric_source_detail, metric 28")(
        "List the days on which pickups failed, and why each did."
    ),
    sdk.step("book-ready-slots", "low", "operations")(
        "Book pickups only for hours in which parcels are ready and somebody is there."
    ),
    sdk.step("correct-address", "low", "operations", channel="Seller Centre > My Addresses")(
        "Correct the pickup address and the phone number."
    ),
    sdk.step("drop-off", "medium", "operations")("Drop parcels off yourself on days that are at risk."),
    sdk.step("dispute-no-shows", "medium", "operations", keep="chat or call log with the courier")(
        "Dispute pickups for which the courier did not come, with the chat or the call log."
    ),
)
