"""How to offer a faster delivery without being late: an opportunity, not a duty."""

from __future__ import annotations

from sellervitals import plugin as sdk

STEPS = (
    sdk.step("list-without", "low", "catalog", channel="get_metric_source_detail")(
        "List live items without the option."
    ),
    sdk.step("pick-near-and-light", "low", "operations")(
        "Pick those with stock near the buyers and little weight."
    ),
    sdk.step("switch-on-in-batches", "low", "catalog")("Switch the option on in small batches."),
    sdk.step("watch-lateness", "low", "operations")(
        "Watch the late shipment rate for one week before the next batch."
    ),
)
