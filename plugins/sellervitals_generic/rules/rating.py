"""Seller rating: the average rating by buyers, of five stars."""

from decimal import Decimal

from sellervitals import plugin as sdk
from sellervitals_generic.profiles import profiled
from sellervitals_generic.remedies.rating import STEPS

RULE = sdk.Rule(
    id="generic.rating",
    title="Seller rating",
    why="Low ratings cost sales with every buyer who sees them, and badges with the marketplace.",
    metric="rating",
    severity=sdk.Severity.MEDIUM,
    ideal=Decimal(5),
    steps=STEPS,
    **profiled("rating"),
    since="0.1",
)
