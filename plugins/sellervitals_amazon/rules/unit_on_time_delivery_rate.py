"""Unit on-time delivery rate: tracked units that arrived by the seller's own date, over 14 days."""

from functools import partial

from sellervitals import plugin as sdk
from sellervitals_amazon.judging.on_time import ENFORCEMENT, judge
from sellervitals_amazon.remedies.late_deliveries import STEPS
from sellervitals_amazon.sources import cite

STRICTER = "The steps are among the figures. Stricter ones are announced from September 2026, without lines."
GERMANY = "France, Italy and Spain are to follow, without a date; 95 % is Amazon's advice in the US and UK."
ninety = partial(sdk.limit, must_be="at_least", fail=sdk.percent("90"), warn=sdk.percent("95"))
advised = partial(ninety, warn_trust="official")  # Amazon itself advises 95 %
enforced = partial(advised, announced="2025-09-16", source="on-time-uk-steps", minimum_sample=20)
uk_metric = partial(sdk.limit, must_be="at_least", warn=sdk.percent("90"), warn_trust="official")

RULE = sdk.Rule(
    id="amazon.unit-on-time-delivery-rate",
    title="Unit on-time delivery rate",
    why="Below 90 % Amazon switches off listings, then the ability to ship orders oneself.",
    metric="unit_on_time_delivery_rate",
    severity=sdk.Severity.HIGH,
    minimum_sample=20,
    evaluate=judge,
    figures=ENFORCEMENT,
    limits=(
        advised("2024-09-25", announced="2024-09-25", sites=("US",), source="on-time-us"),
        uk_metric(
            "2025-09-16",
            announced="2025-09-16",
            sites=("UK",),
            source="on-time-uk",
            note="Published; warnings from 16 October 2025, enforced from 2 February 2026.",
        ),
        enforced("2026-02-02", sites=("UK",), note=STRICTER),
        ninety(
            "2026-09-01",
            announced="2026-09-01",
            sites=("DE",),
            source="on-time-germany",
            trust="reported",
            note=GERMANY,
        ),
    ),
    steps=STEPS,
    references=cite("on-time-us", "on-time-uk", "on-time-uk-steps", "on-time-germany", "item-level"),
    since="0.1",
)
