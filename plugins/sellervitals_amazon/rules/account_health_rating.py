"""Account Health Rating: 0 to 1000 points out of policy violations and orders of 180 days."""

from decimal import Decimal
from functools import partial

from sellervitals import plugin as sdk
from sellervitals_amazon.judging.outlook import READS
from sellervitals_amazon.judging.rating import FIGURES, judge
from sellervitals_amazon.remedies.health_rating import STEPS
from sellervitals_amazon.sources import cite

# 250 is the line of Account Health Assurance, which began three months after the points
zones = partial(sdk.limit, must_be="at_least", fail="200", source="rating-zones")
assured = partial(zones, warn="250", warn_trust="official")

RULE = sdk.Rule(
    id="amazon.account-health-rating",
    title="Account Health Rating",
    why="Below 200 points the account is at risk; below 100 Amazon may deactivate it.",
    metric="account_health_rating",
    reads=READS,
    severity=sdk.Severity.CRITICAL,
    evaluate=judge,
    ideal=Decimal(400),  # as far above 200 points as 0 is below, so that the curve ends at 0 points
    limits=(
        zones(
            "2022-08-01",
            announced="2022-07-21",
            sites=("US", "CA"),
            note="Points since August 2022; the first day is not published.",
        ),
        assured(
            "2022-11-01",
            announced="2022-11-01",
            sites=("US", "CA"),
            note="250 is the line of Account Health Assurance, of November 2022; the day is not published.",
        ),
        assured(
            "2023-01-01",
            announced="2023-01-01",
            note="The other stores followed in 2023; the month is not published.",
        ),
    ),
    figures=FIGURES,
    steps=STEPS,
    references=cite("rating-zones", "rating", "rating-misconceptions", "rating-orders", "assurance"),
    since="0.1",
)
