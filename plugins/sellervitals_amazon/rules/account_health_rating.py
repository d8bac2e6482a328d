"""Account Health Rating: 0 to 1000 points out of policy violations and orders of 180 days."""

from decimal import Decimal

from sellervitals import plugin as sdk
from sellervitals_amazon.rating import judge
from sellervitals_amazon.sources import cite

POINTS, ASSURANCE = "200", "250"

RULE = sdk.Rule(
    id="amazon.account-health-rating",
    title="Account Health Rating",
    why="Below 200 points the account is at risk; below 100 Amazon may deactivate it.",
    metric="account_health_rating",
    severity=sdk.Severity.CRITICAL,
    evaluate=judge,
    ideal=Decimal(400),  # as far above 200 points as 0 is below, so that the curve ends at 0 points
    limits=(
        sdk.limit(
            "2022-08-01",
            sites=("US", "CA"),
            must_be="at_least",
            fail=POINTS,
            warn=ASSURANCE,
            warn_trust="official",
            source="rating-zones",
            note="Points since August 2022. 250 is the line of Account Health Assurance.",
        ),
        sdk.limit(
            "2023-01-01",
            must_be="at_least",
            fail=POINTS,
            warn=ASSURANCE,
            warn_trust="official",
            source="rating-zones",
            note="The other stores followed in 2023; the month is not published.",
        ),
    ),
    steps=(
        sdk.step("answer-by-gravity", "medium", "compliance", channel="Account Health")(
            "Answer the open violations: critical ones first, then high, repeated, all others."
        ),
        sdk.step("note-deadlines", "low", "compliance", days=0, keep="every notice with its date")(
            "Read the deadline in each notice; below 100 points count in hours."
        ),
        sdk.step("one-appeal-each", "high", "compliance", keep="documents per violation")(
            "Appeal each violation alone, with its documents; mend listings, deleting them clears nothing."
        ),
        sdk.step("call-support", "low", "management", channel="Call Account Health support", days=3)(
            "Keep the emergency number current: Assurance holds only for those reached within 72 hours."
        ),
        sdk.step("count-on-orders-last", "low", "management")(
            "Stop listing risky items and do not wait for sales: 4 points need 200 orders, 60 points 3,000."
        ),
    ),
    references=cite("rating-zones", "rating", "rating-misconceptions", "assurance"),
    since="0.1",
)
