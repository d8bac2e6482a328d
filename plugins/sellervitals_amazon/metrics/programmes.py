"""What Seller Fulfilled Prime and Premium Shipping ask for; no report carries it."""

from __future__ import annotations

from functools import partial

from sellervitals import plugin as sdk

HIGHER, LOWER = sdk.Better.HIGHER, sdk.Better.LOWER

_weekly = partial(sdk.Metric, unit=sdk.Unit.RATIO, better=HIGHER, window_days=7)
_premium = partial(sdk.Metric, unit=sdk.Unit.RATIO, better=HIGHER)  # each store has a window of its own
_ninety = partial(sdk.Metric, window_days=90)

PRIME = (
    _weekly(
        id="sfp_on_time_delivery_rate",
        title="Seller Fulfilled Prime: on-time delivery rate",
        description="Prime orders delivered by the promised date, as the Prime dashboard shows it; the older"
        " pages (US until 2023, UK, Germany, Spain) count only orders outside of Buy Shipping.",
        numerator="Prime orders delivered on time",
        denominator="Prime orders",
    ),
    _weekly(
        id="sfp_valid_tracking_rate",
        title="Seller Fulfilled Prime: valid tracking rate",
        description="Prime packages with valid tracking: all categories together, without exemptions.",
        numerator="Prime packages with valid tracking",
        denominator="Prime packages",
    ),
    _weekly(
        id="sfp_cancellation_rate",
        title="Seller Fulfilled Prime: cancellation rate",
        description="Prime orders that the seller cancelled.",
        better=LOWER,
        numerator="cancelled Prime orders",
        denominator="Prime orders",
    ),
    _weekly(
        id="sfp_on_time_shipment_rate",
        title="Seller Fulfilled Prime: on-time shipment rate",
        description="Prime orders that left by their ship-by date.",
        numerator="Prime orders shipped on time",
        denominator="Prime orders",
    ),
    _weekly(
        id="sfp_buy_shipping_rate",
        title="Seller Fulfilled Prime: share of Buy Shipping",
        description="Prime orders whose label was bought through Amazon.",
        numerator="Prime orders with a Buy Shipping label",
        denominator="Prime orders",
    ),
    _weekly(
        id="sfp_delivery_speed",
        title="Seller Fulfilled Prime: delivery speed",
        description="The share of views of Prime product pages that promise delivery within so many days, by"
        " size; the segment names both and must be given.",
        segments=(
            "standard-1d",
            "standard-2d",
            "standard-5d",
            "oversize-1d",
            "oversize-5d",
            "extra-large-2d",
            "extra-large-5d",
        ),
        numerator="page views with the promise",
        denominator="Prime page views",
    ),
    sdk.Metric(
        id="sfp_monthly_parcels",
        title="Seller Fulfilled Prime: parcels in a month",
        description="Prime parcels shipped in a month.",
        unit=sdk.Unit.COUNT,
        better=HIGHER,
    ),
)

PREQUALIFICATION = (
    _ninety(
        id="sfp_prequalification_shipments",
        title="Seller Fulfilled Prime prequalification: own shipments",
        description="Orders that the seller shipped itself in 90 days, before asking for Prime.",
        unit=sdk.Unit.COUNT,
        better=HIGHER,
    ),
    _ninety(
        id="sfp_prequalification_valid_tracking_rate",
        title="Seller Fulfilled Prime prequalification: valid tracking rate",
        description="The valid tracking rate over 90 days, before asking for Prime.",
        unit=sdk.Unit.RATIO,
        better=HIGHER,
        numerator="packages with valid tracking",
        denominator="packages",
    ),
    _ninety(
        id="sfp_prequalification_late_shipment_rate",
        title="Seller Fulfilled Prime prequalification: late shipment rate",
        description="The late shipment rate over 90 days, before asking for Prime.",
        unit=sdk.Unit.RATIO,
        better=LOWER,
        numerator="late shipments",
        denominator="orders",
    ),
    _ninety(
        id="sfp_prequalification_cancellation_rate",
        title="Seller Fulfilled Prime prequalification: cancellation rate",
        description="The cancellation rate over 90 days, before asking for Prime.",
        unit=sdk.Unit.RATIO,
        better=LOWER,
        numerator="cancelled orders",
        denominator="orders",
    ),
)

PREMIUM = (
    _premium(
        id="premium_on_time_delivery_rate",
        title="Premium Shipping: on-time delivery rate",
        description="Premium orders delivered by the promised date: a week in the US, the days from 14 to 7"
        " days ago in the UK, 30 days with 10 days' delay in Japan.",
        numerator="premium orders delivered on time",
        denominator="premium orders",
    ),
    _premium(
        id="premium_valid_tracking_rate",
        title="Premium Shipping: valid tracking rate",
        description="Premium orders with valid tracking; in the UK only of approved carriers.",
        numerator="premium orders with valid tracking",
        denominator="premium orders",
    ),
    _premium(
        id="premium_cancellation_rate",
        title="Premium Shipping: cancellation rate",
        description="Premium orders that the seller cancelled.",
        better=LOWER,
        numerator="cancelled premium orders",
        denominator="premium orders",
    ),
)

METRICS = (*PRIME, *PREQUALIFICATION, *PREMIUM)
