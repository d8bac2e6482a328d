"""What to do about a low Account Health Rating: violations first, orders last."""

from __future__ import annotations

from sellervitals import plugin as sdk

STEPS = (
    sdk.step("answer-by-gravity", "medium", "compliance", channel="Account Health")(
        "Answer the open violations: critical ones first, then high, repeated, all others down to low."
    ),
    sdk.step("note-deadlines", "low", "compliance", days=0, keep="every notice with its date")(
        "Read the deadline in each notice: it alone counts. Under 100 points treat it as a matter of hours."
    ),
    sdk.step("one-appeal-each", "high", "compliance", keep="documents per violation")(
        "Appeal each violation on its own, once, with its documents."
    ),
    sdk.step("mend-listings", "medium", "catalog", keep="each listing before and after")(
        "Mend the listings, do not just delete them: deleting them clears nothing."
    ),
    sdk.step("no-new-risks", "low", "management")(
        "List no new risky items, and look at the rating every week, until it is back at 250 points."
    ),
    sdk.step("call-support", "low", "management", channel="Call Account Health support")(
        "Keep the emergency number current and call: Assurance (250 points for 6 months) needs you reached"
        " within 72 hours."
    ),
    sdk.step("count-on-orders-last", "low", "management")(
        "Plan with more orders only as a supplement: 4 points need 200 of them in 180 days, 60 points 3,000."
    ),
)
