"""Unit on-time delivery rate: tracked units that arrived by the seller's own date, over 14 days."""

from functools import partial

from sellervitals import plugin as sdk
from sellervitals_amazon.sources import cite

LADDER = (
    "80 to under 90 %: listings under 90 % go off, the seller can put them back. 60 to under 80 %: those"
    " under 80 % go off, more after 30 days, with a plan of action. Under 60 %: no self-fulfilled selling"
    " until a detailed request is accepted. Announced as stricter from September 2026, without figures."
)
GERMANY = "France, Italy and Spain are to follow, without a date; 95 % is Amazon's advice in the US and UK."
ninety = partial(sdk.limit, must_be="at_least", fail=sdk.percent("90"), warn=sdk.percent("95"))
advised = partial(ninety, warn_trust="official")  # Amazon itself advises 95 %

RULE = sdk.Rule(
    id="amazon.unit-on-time-delivery-rate",
    title="Unit on-time delivery rate",
    why="Below 90 % Amazon switches off listings, then the ability to ship orders oneself.",
    metric="unit_on_time_delivery_rate",
    severity=sdk.Severity.HIGH,
    minimum_sample=20,
    limits=(
        advised("2024-09-25", sites=("US",), source="on-time-us"),
        sdk.limit(
            "2025-09-16",
            sites=("UK",),
            must_be="at_least",
            warn=sdk.percent("90"),
            warn_trust="official",
            source="on-time-uk",
            note="Published; warnings from 16 October 2025, enforced from 2 February 2026.",
        ),
        advised("2026-02-02", sites=("UK",), source="on-time-uk-steps", minimum_sample=20, note=LADDER),
        ninety("2026-09-01", sites=("DE",), source="on-time-germany", trust="reported", note=GERMANY),
    ),
    steps=(
        sdk.step("find-late", "low", "operations", channel="Account Health > On-Time Delivery Rate")(
            "Find the SKUs, regions and carriers behind the late units."
        ),
        sdk.step("longer-promise", "low", "operations", channel="Shipping Settings")(
            "Lengthen transit or handling time for them."
        ),
        sdk.step("three-protections", "medium", "operations", channel="Shipping Settings")(
            "Use shipping automation, automated handling time and Buy Shipping together: that protects."
        ),
        sdk.step("better-carrier", "medium", "purchasing")(
            "Replace the weak carrier; ship before its cut-off."
        ),
        sdk.step("switch-off-worst", "low", "catalog")(
            "Switch off far regions or the worst listings for now."
        ),
        sdk.step("reactivate", "medium", "management", channel="Account Health", keep="the plan of action")(
            "Switch listings back on once they hold; in the UK under 80 % a plan of action is needed."
        ),
    ),
    references=cite("on-time-us", "on-time-uk", "on-time-uk-steps", "on-time-germany", "item-level"),
    since="0.1",
)
