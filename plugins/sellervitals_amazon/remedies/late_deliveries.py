"""What to do against late deliveries: find them, promise less, use what protects, ship better."""

from __future__ import annotations

from sellervitals import plugin as sdk

STEPS = (
    sdk.step("find-late", "low", "operations", channel="Account Health > On-Time Delivery Rate")(
        "Find the SKUs, regions and carriers behind the late units."
    ),
    sdk.step("longer-promise", "low", "operations", channel="Shipping Settings")(
        "Lengthen transit or handling time for them."
    ),
    sdk.step("three-protections", "medium", "operations", channel="Shipping Settings")(
        "Use shipping automation, automated handling time (or one of 0 to 1 day) and Buy Shipping together:"
        " late units of standard shipping then do not hurt."
    ),
    sdk.step("better-carrier", "medium", "purchasing")(
        "Replace the weak carrier or service, and hand parcels over before its cut-off."
    ),
    sdk.step("switch-off-worst", "low", "catalog", keep="what was switched off and when")(
        "Switch off far regions or the worst listings until the rate is back."
    ),
    sdk.step("reactivate", "medium", "management", channel="Account Health", keep="the plan of action")(
        "Switch listings back on once they hold; in the UK under 80 % a plan of action is needed."
    ),
)
