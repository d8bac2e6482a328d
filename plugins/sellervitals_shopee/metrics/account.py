"""The shop as a whole: Shopee's rating, penalty points, what they restrict, and answers that are errors."""

from __future__ import annotations

from sellervitals import plugin as sdk
from sellervitals_shopee.codes.cases import LISTING_REASONS, NON_FULFILMENTS
from sellervitals_shopee.codes.penalties import KINDS
from sellervitals_shopee.codes.performance import GROUPS

COUNT, POINTS, STATE, LOWER = sdk.Unit.COUNT, sdk.Unit.POINTS, sdk.Unit.STATE, sdk.Better.LOWER

METRICS = (
    sdk.Metric(
        id="shop_performance_level",
        title="Shop performance",
        description="Shopee's overall rating of the shop. How it is made of the metrics is not published.",
        unit=STATE,
        better=LOWER,
        states=("Excellent", "Good", "ImprovementNeeded", "Poor"),
    ),
    sdk.Metric(
        id="failed_metrics",
        title="Missed targets",
        description="How many metrics of a group miss their target by Shopee's own count.",
        unit=COUNT,
        better=LOWER,
        segments=tuple(GROUPS),
    ),
    sdk.Metric(
        id="penalty_points",
        title="Penalty points",
        description="The open penalty points of the quarter, after appeals. The segment listed is the sum of"
        " an incomplete list: there are at least that many.",
        unit=POINTS,
        better=LOWER,
        parts=KINDS,
    ),
    sdk.Metric(
        id="penalty_points_change",
        title="Change of penalty points",
        description="Points that one event issued, or took back where it is below 0; not the points of the"
        " quarter. The segment is the moment of the event.",
        unit=POINTS,
        better=LOWER,
    ),
    sdk.Metric(
        id="penalty_tier",
        title="Penalty tier",
        description="The tier of penalty points that Shopee itself names.",
        unit=STATE,
        better=LOWER,
        states=("No tier", "Tier 1", "Tier 2", "Tier 3", "Tier 4", "Tier 5"),
    ),
    sdk.Metric(
        id="ongoing_punishments",
        title="Ongoing punishments",
        description="Restrictions in force, each with what it takes away and the day it ends.",
        unit=COUNT,
        better=LOWER,
    ),
    sdk.Metric(
        id="affected_cases",
        title="Cases behind a metric",
        description="Orders, listings or days that count against the metric that the segment names.",
        unit=COUNT,
        better=LOWER,
        parts=(*NON_FULFILMENTS.values(), *LISTING_REASONS.values()),
    ),
    sdk.Metric(
        id="api_answer",
        title="Answer of the account health call",
        description="The error that Shopee answered with instead of data, or no_response.",
        unit=STATE,
        better=LOWER,
    ),
)
