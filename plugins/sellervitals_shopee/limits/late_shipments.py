"""The late shipment rate at which a week brings points, by country, seller and day."""

from sellervitals import plugin as sdk
from sellervitals_shopee.limits.example import example

CROSS_BORDER = "cross_border"
"""The segment of sellers who ship from another country."""

LIMITS = (
    sdk.limit(
        "2019-02-01",
        announced="2019-02-01",
        until="2024-11-04",
        must_be="below",
        fail=sdk.percent("15"),
        trust="suggested",
        source="malaysia-2019",
        sites=("MY",),
        note="The first day is not published. Below 10 % for shops with more than 75 orders in 30 days.",
    ),
    sdk.limit(
        "2024-01-15",
        announced="2024-01-15",
        must_be="below",
        fail=sdk.percent("20"),
        trust="reported",
        source="cross-border-2024",
        segment=CROSS_BORDER,
        note="10 % before. The first points under it were issued on 2024-01-22.",
    ),
    example(must_be="below", fail=sdk.percent("10")),
    sdk.limit(
        "2024-11-05",
        announced="2024-11-05",
        must_be="below",
        fail=sdk.percent("10"),
        trust="suggested",
        source="indonesia",
        sites=("ID",),
        note="Undated: the first day is not published. Points at 10 % or more.",
    ),
    sdk.limit(
        "2024-11-05",
        announced="2024-11-05",
        must_be="below",
        fail=sdk.percent("10"),
        trust="reported",
        source="singapore-2026",
        sites=("SG",),
        note="The line until March 2026; its first day is not published.",
    ),
    sdk.limit(
        "2026-02-11",
        announced="2026-02-11",
        must_be="below",
        fail=sdk.percent("20"),
        warn=sdk.percent("15"),
        trust="reported",
        source="cross-border-2024",
        segment=CROSS_BORDER,
        note="One source (fast-handover) reports a line of 15 % from this day, without saying for whom.",
    ),
    sdk.limit(
        "2026-03-10",
        announced="2026-03-10",
        must_be="below",
        fail=sdk.percent("10"),
        warn=sdk.percent("5"),
        warn_trust="reported",
        trust="reported",
        source="singapore-2026",
        sites=("SG",),
        note="The line is 5 % from this day on; weeks between 5 and 10 % were waived from 10 to 24 March.",
    ),
    sdk.limit(
        "2026-03-10",
        announced="2026-03-10",
        must_be="below",
        fail=sdk.percent("20"),
        warn=sdk.percent("5"),
        warn_trust="disputed",
        trust="reported",
        source="cross-border-2024",
        sites=("SG",),
        segment=CROSS_BORDER,
        note="Singapore's line is 5 % from this day on (singapore-2026); whether it replaces the one of 20 %"
        " for sellers from abroad is not said.",
    ),
    sdk.limit(
        "2026-03-25",
        announced="2026-03-10",
        must_be="below",
        fail=sdk.percent("5"),
        trust="reported",
        source="singapore-2026",
        sites=("SG",),
        note="The line since 10 March 2026; weeks between 5 and 10 % were waived to 24 March.",
    ),
)
