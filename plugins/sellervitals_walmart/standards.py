"""What the rules on Walmart's standards share: their dated limits, and what every appeal needs.

Walmart publishes no warning levels; those of the rules are suggestions, about a quarter of the way from the
standard to a perfect rate.
"""

from __future__ import annotations

from functools import partial

from sellervitals import plugin as sdk

UNKNOWN_START = "Its first day is not published;"

OLDER = partial(
    sdk.limit,
    "2024-01-01",
    announced="2024-01-01",
    until="2025-10-27",
    sites=("US",),
    trust="reported",
    source="standards-older",
    note=f"{UNKNOWN_START} the table starts with 2024. Copies of the standards up to mid 2025 have it.",
)
TODAY = partial(
    sdk.limit,
    "2025-10-28",
    announced="2025-10-28",
    sites=("US",),
    source="standards",
    note="Since Walmart changed its wording: the line itself meets the standard.",
)
CANADA = partial(
    sdk.limit,
    "2024-10-01",
    announced="2024-10-01",
    sites=("CA",),
    source="standards-canada",
    note=f"{UNKNOWN_START} the list is of October 2024.",
)
SPLIT = partial(
    sdk.limit,
    "2026-05-01",
    announced="2026-05-01",
    sites=("US",),
    source="dashboard",
    note=f"{UNKNOWN_START} sellers saw it in May 2026. Walmart's own table could not be read.",
)

KEEP_PROOF = sdk.step(
    "keep-order-report",
    "low",
    "management",
    channel="Insights API: the same path with /report",
    keep="the order report, with its date",
)("Save the order report before you change anything: a plan of action needs it, should one be asked for.")
