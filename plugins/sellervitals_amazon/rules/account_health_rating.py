"""Account Health Rating: 0 to 1000 points out of policy violations and orders of 180 days."""

from decimal import Decimal

from sellervitals import plugin as sdk
from sellervitals_amazon.judging.outlook import READS
from sellervitals_amazon.judging.rating import FIGURES, judge
from sellervitals_amazon.judging.rating_forecast import project
from sellervitals_amazon.remedies.health_rating import STEPS
from sellervitals_amazon.sources import cite
from sellervitals_amazon.zones import HEALTHY, RATING, ZONES

RULE = sdk.Rule(
    id="amazon.account-health-rating",
    title="Account Health Rating",
    why="Below 200 points the account is at risk; below 100 Amazon may deactivate it.",
    metric=RATING,
    reads=READS,
    severity=sdk.Severity.CRITICAL,
    evaluate=judge,
    project=project,
    ideal=Decimal(400),  # as far above 200 points as 0 is below, so that the curve ends at 0 points
    limits=HEALTHY.needs[RATING],
    ladder=ZONES,
    figures=FIGURES,
    steps=STEPS,
    references=cite("rating-zones", "rating", "rating-misconceptions", "rating-orders", "assurance"),
    since="0.1",
)
