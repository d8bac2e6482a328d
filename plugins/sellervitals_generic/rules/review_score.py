"""Review score: what buyers' reviews come to, on the marketplace's own scale."""

from decimal import Decimal

from sellervitals import plugin as sdk
from sellervitals_generic.profiles import profiled
from sellervitals_generic.remedies.rating import STEPS

RULE = sdk.Rule(
    id="generic.review-score",
    title="Review score",
    why="Low reviews cost sales with every buyer who sees them, and badges with the marketplace.",
    metric="review_score",
    severity=sdk.Severity.MEDIUM,
    ideal=Decimal(100),  # where most scales of points end
    steps=STEPS,
    **profiled("review_score"),
    since="0.1",
)
