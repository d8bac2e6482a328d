"""What Mercado Libre measures a seller by.

The rates come ready made: what they are divided by is not published and is not the sales beside them, so the
counts of events are kept as a numerator alone and never make a rate.
"""

from __future__ import annotations

from sellervitals import plugin as sdk

RATIO, COUNT, STATE = sdk.Unit.RATIO, sdk.Unit.COUNT, sdk.Unit.STATE
LOWER, HIGHER = sdk.Better.LOWER, sdk.Better.HIGHER
_PROTECTED = (
    "The official rate leaves out what a protection programme excludes, down to 0; the real one has it all,"
    " and counts again when the protection ends."
)
LOGISTICS = ("remote", "fulfillment")
"""The two ways of selling across borders, each with a reputation of its own."""

COLOURS = ("5_green", "4_light_green", "3_yellow", "2_orange", "1_red")
BADGES = ("silver", "gold", "platinum")

METRICS = (
    sdk.Metric(
        id="level",
        title="Reputation colour",
        description="The colour of the thermometer, which the worst of the three rates sets. Nothing is"
        " reported while a seller has no colour yet.",
        unit=STATE,
        better=LOWER,
        segments=LOGISTICS,
        states=COLOURS,
        variants={
            "real_level": "The level is the one in force, with its protection; the real level is the one"
            " without it, in words of its own."
        },
    ),
    sdk.Metric(
        id="leader_status",
        title="MercadoLíder",
        description="The medal of a MercadoLíder. Nothing is reported for a seller without one.",
        unit=STATE,
        better=LOWER,
        segments=LOGISTICS,
        states=BADGES,
    ),
    sdk.Metric(
        id="claims_rate",
        title="Claims",
        description="Sales with a claim that counts against the seller, as a share of the sales of the"
        " window.",
        unit=RATIO,
        better=LOWER,
        segments=LOGISTICS,
        numerator="sales with a claim",
        denominator="sales",
        variants={"real_claims_rate": _PROTECTED},
    ),
    sdk.Metric(
        id="cancellations_rate",
        title="Cancellations by the seller",
        description="Sales that the seller cancelled, as a share of the sales of the window.",
        unit=RATIO,
        better=LOWER,
        segments=LOGISTICS,
        numerator="cancelled sales",
        denominator="sales",
        variants={
            "real_cancellations_rate": _PROTECTED,
            "lifetime_cancel_share": "The rate counts sales that the seller cancelled in the window; the"
            " share counts all cancelled sales since the first day, whoever cancelled them.",
        },
    ),
    sdk.Metric(
        id="delayed_handling_rate",
        title="Delayed handling",
        description="Shipments handed over late, as a share of the shipments of the window.",
        unit=RATIO,
        better=LOWER,
        segments=LOGISTICS,
        numerator="late shipments",
        denominator="shipments",
        variants={"real_delayed_handling_rate": _PROTECTED},
    ),
    sdk.Metric(
        id="sales_completed",
        title="Completed sales",
        description="Completed sales of the window: 60 days, or 365 for sellers with few sales.",
        unit=COUNT,
        better=HIGHER,
        segments=LOGISTICS,
        numerator="sales",
    ),
    sdk.Metric(
        id="real_claims_rate",
        title="Claims without the protection",
        description="The rate of claims of a protected seller, with what the protection leaves out.",
        unit=RATIO,
        better=LOWER,
        segments=LOGISTICS,
        numerator="sales with a claim",
        denominator="sales",
    ),
    sdk.Metric(
        id="real_cancellations_rate",
        title="Cancellations without the protection",
        description="The rate of cancellations of a protected seller, with what the protection leaves out.",
        unit=RATIO,
        better=LOWER,
        segments=LOGISTICS,
        numerator="cancelled sales",
        denominator="sales",
    ),
    sdk.Metric(
        id="real_delayed_handling_rate",
        title="Delayed handling without the protection",
        description="The rate of late shipments of a protected seller, with what the protection leaves out.",
        unit=RATIO,
        better=LOWER,
        segments=LOGISTICS,
        numerator="late shipments",
        denominator="shipments",
    ),
    sdk.Metric(
        id="real_level",
        title="Level without the protection",
        description="The level that a protected seller would have, in words of its own: red, green,"
        " green_platinum.",
        unit=STATE,
        better=LOWER,
        segments=LOGISTICS,
    ),
    sdk.Metric(
        id="protection_end_date",
        title="End of the protection",
        description="The day until which the seller's level is protected, as 2027-01-15.",
        unit=STATE,
        better=LOWER,
        segments=LOGISTICS,
    ),
    sdk.Metric(
        id="lifetime_cancel_share",
        title="Cancelled sales since the first day",
        description="Cancelled sales of all time, whoever cancelled them: history that nobody judges.",
        unit=RATIO,
        better=LOWER,
        segments=LOGISTICS,
        numerator="cancelled sales",
        denominator="sales",
    ),
)
