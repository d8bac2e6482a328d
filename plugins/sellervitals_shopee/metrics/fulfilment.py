"""How a shop ships, cancels and hands over."""

from __future__ import annotations

from sellervitals import plugin as sdk

RATIO, LOWER, HIGHER = sdk.Unit.RATIO, sdk.Better.LOWER, sdk.Better.HIGHER
WEEK = 7
CHANNELS = ("sls", "fbs", "3pf")
"""Ways of a parcel: Shopee's own logistics, its warehouses, and those of others."""
_PARTS = ("cancellation_rate", "return_refund_rate")
_PARTS_NDD = ("cancellation_rate_ndd", "return_refund_rate_ndd")
_CHILD = "The non-fulfilment rate is the sum of two parts, of which the other figure is one:"
_NEXT_DAY = "The one covers all orders, the other those with next-day delivery alone."

METRICS = (
    sdk.Metric(
        id="non_fulfilment_rate",
        title="Non-fulfilment rate",
        description="Orders that the seller or the system cancelled, or that were returned or refunded,"
        " through the seller's fault, among all orders of the week.",
        unit=RATIO,
        better=LOWER,
        window_days=WEEK,
        parts=_PARTS,
        numerator="unfulfilled orders",
        variants={
            "cancellation_rate": f"{_CHILD} the cancelled orders among them.",
            "return_refund_rate": f"{_CHILD} those returned or refunded.",
            "non_fulfilment_rate_ndd": _NEXT_DAY,
        },
    ),
    sdk.Metric(
        id="cancellation_rate",
        title="Cancellation rate",
        description="The cancelled part of the non-fulfilment rate.",
        unit=RATIO,
        better=LOWER,
        window_days=WEEK,
        numerator="cancelled orders",
        variants={"cancellation_rate_ndd": _NEXT_DAY},
    ),
    sdk.Metric(
        id="return_refund_rate",
        title="Return and refund rate",
        description="The returned or refunded part of the non-fulfilment rate.",
        unit=RATIO,
        better=LOWER,
        window_days=WEEK,
        numerator="returned or refunded orders",
        variants={"return_refund_rate_ndd": _NEXT_DAY},
    ),
    sdk.Metric(
        id="late_shipment_rate",
        title="Late shipment rate",
        description="Orders shipped after their ship-by date among all orders shipped. The segment"
        " cross_border is for sellers who ship from another country.",
        unit=RATIO,
        better=LOWER,
        window_days=WEEK,
        numerator="late orders",
        denominator="shipped orders",
        variants={"late_shipment_rate_ndd": _NEXT_DAY},
    ),
    sdk.Metric(
        id="preparation_time",
        title="Preparation time",
        description="The mean time from payment to handover. The segment ps is Shopee's variant PS of it.",
        unit=sdk.Unit.DAYS,
        better=LOWER,
    ),
    sdk.Metric(
        id="fast_handover_rate",
        title="Fast handover rate",
        description="Parcels handed over by the date of fast handover among all parcels. The segment"
        " preferred is for preferred sellers.",
        unit=RATIO,
        better=HIGHER,
        numerator="parcels handed over in time",
        denominator="parcels",
        parts=CHANNELS,
    ),
    sdk.Metric(
        id="channel_fast_handover_rate",
        title="Fast handover rate of a channel",
        description="The fast handover rate of one channel: Shopee's own logistics (sls), its warehouses"
        " (fbs), or those of others (3pf).",
        unit=RATIO,
        better=HIGHER,
        numerator="parcels handed over in time",
        denominator="parcels",
        segments=CHANNELS,
    ),
    sdk.Metric(
        id="pickup_failure_rate",
        title="Pickup failure rate",
        description="Failed pickups among those scheduled for the day.",
        unit=RATIO,
        better=LOWER,
        numerator="failed pickups",
        denominator="scheduled pickups",
        variants={
            "daily_pickup_failure_rate": "The one is Shopee's own figure for the shop, the other that of the"
            " newest day in the list of failed pickups."
        },
    ),
    sdk.Metric(
        id="pickup_failure_days",
        title="Violations by failed pickups",
        description="What Shopee counts as violations of the daily pickup target.",
        unit=sdk.Unit.COUNT,
        better=LOWER,
    ),
    sdk.Metric(
        id="daily_pickup_failure_rate",
        title="Pickup failure rate of a listed day",
        description="The newest day among those that the details of failed pickups list.",
        unit=RATIO,
        better=LOWER,
        numerator="failed pickups",
        denominator="scheduled pickups",
    ),
    sdk.Metric(
        id="late_shipment_rate_ndd",
        title="Late shipment rate of next-day orders",
        description="As the late shipment rate, of orders with next-day delivery alone.",
        unit=RATIO,
        better=LOWER,
        numerator="late next-day orders",
        denominator="shipped next-day orders",
    ),
    sdk.Metric(
        id="non_fulfilment_rate_ndd",
        title="Non-fulfilment rate of next-day orders",
        description="As the non-fulfilment rate, of orders with next-day delivery alone.",
        unit=RATIO,
        better=LOWER,
        parts=_PARTS_NDD,
        numerator="unfulfilled next-day orders",
        denominator="next-day orders",
        variants={
            "cancellation_rate_ndd": f"{_CHILD} the cancelled orders among them.",
            "return_refund_rate_ndd": f"{_CHILD} those returned or refunded.",
        },
    ),
    sdk.Metric(
        id="cancellation_rate_ndd",
        title="Cancellation rate of next-day orders",
        description="The cancelled part of the non-fulfilment rate of next-day orders.",
        unit=RATIO,
        better=LOWER,
        numerator="cancelled next-day orders",
        denominator="next-day orders",
    ),
    sdk.Metric(
        id="return_refund_rate_ndd",
        title="Return and refund rate of next-day orders",
        description="The returned or refunded part of the non-fulfilment rate of next-day orders.",
        unit=RATIO,
        better=LOWER,
        numerator="returned or refunded next-day orders",
        denominator="next-day orders",
    ),
    sdk.Metric(
        id="on_time_delivery_rate_logistics",
        title="On-time delivery rate, logistics",
        description="Orders delivered by the promised date, as Shopee counts them for the logistics.",
        unit=RATIO,
        better=HIGHER,
        numerator="orders delivered in time",
        denominator="delivered orders",
        variants={
            "on_time_delivery_rate_dd": "Shopee reports on-time delivery in two variants, 2036 for the"
            " logistics and 2037 (DD), each with a target of its own."
        },
    ),
    sdk.Metric(
        id="on_time_delivery_rate_dd",
        title="On-time delivery rate, DD",
        description="Orders delivered by the promised date, in Shopee's variant DD.",
        unit=RATIO,
        better=HIGHER,
        numerator="orders delivered in time",
        denominator="delivered orders",
    ),
    sdk.Metric(
        id="saturday_shipment",
        title="Saturday shipment",
        description="Parcels handed over on Saturdays.",
        unit=RATIO,
        better=HIGHER,
        numerator="parcels handed over on Saturday",
        denominator="parcels",
    ),
    sdk.Metric(
        id="late_orders",
        title="Orders past their ship-by date",
        description="Orders that are late and still not shipped. The window runs from the oldest to the"
        " newest of their ship-by dates.",
        unit=sdk.Unit.COUNT,
        better=LOWER,
    ),
)
