"""Cases behind a metric: work to do, unless the list only shows what is there."""

from __future__ import annotations

from sellervitals import plugin as sdk

NEUTRAL = frozenset(
    {
        "preparation_time",
        "preparation_time_ps",
        "saturday_shipment",
        "on_time_delivery_rate_logistics",
        "on_time_delivery_rate_dd",
        "pre_order_listing_rate",
        "sdd_listing_rate",
        "ndd_listing_rate",
        "hd_listing_rate",
        "hd_free_shipping_rate",
    }
)
"""Metrics whose details list everything, the good with the bad."""


def judge(case: sdk.Case) -> sdk.Verdict:
    """Judge how many cases count against a metric; a list of everything counts against nothing."""
    segment = None if case.measurement is None else case.measurement.segment
    if segment in NEUTRAL:
        message = f"{case.subject}: the list shows all cases, not only those that count against the shop."
        return sdk.Verdict(sdk.Outcome.NOT_APPLICABLE, message)
    return sdk.compare(case)
