"""Penalty points and the tiers they bring: one table of lines for the rules and for the computed tier."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from sellervitals import plugin as sdk
from sellervitals_shopee.sources import cite

RESET = "points-reset"
_SOURCES = ("penalty-deck", "malaysia", "vietnam-2025", "reset", "account-health", "definitions")
REFERENCES = cite(*_SOURCES)

_line = partial(sdk.limit, must_be="below")
_published = partial(
    _line,
    "2019-01-23",
    announced="2019-01-23",
    trust="reported",
    source="penalty-deck",
    note="Shopee's training deck, repeated by others since; the calls know the same five tiers.",
)
_malaysia = partial(
    _line,
    "2025-04-07",
    announced="2025-04-07",
    trust="disputed",
    source="malaysia",
    sites=("MY",),
    note="Malaysia has a new table of consequences since this day; what it says could not be read.",
)


def _below(points: str, warn: str | None = None) -> tuple[sdk.Limit, ...]:
    return _published(fail=points, warn=warn), _malaysia(fail=points, warn=warn)


LINES: Mapping[int, str] = {1: "3", 2: "6", 3: "9", 4: "12", 5: "15"}
"""The points from which on a tier holds."""

FIRST_TIER = _below(LINES[1], warn="1")
"""What keeps a shop out of every tier; any point at all is worth a look."""

TAKEN: Mapping[int, str] = {
    1: "no marketing campaigns",
    2: "no campaigns, no shipping subsidy, and a lower place in search",
    3: "no campaigns, no shipping subsidy, and a much lower place in search",
    4: "no campaigns, no shipping subsidy, a much lower place in search, no new listings and no edits",
    5: "the account is frozen",
}
"""What a tier takes away by the deck of 2019; countries have changed it since."""

_SEVERITIES = {1: sdk.Severity.HIGH}


def _rung(tier: int) -> sdk.Rung:
    upto = LINES.get(tier + 1)
    return sdk.Rung(
        f"Tier {tier}",
        needs={"penalty_points": _below(upto)} if upto else {},
        severity=_SEVERITIES.get(tier, sdk.Severity.CRITICAL),
        says=f"That is tier {tier}; as published in 2019: {TAKEN[tier]}.",
    )


TIERS = sdk.Ladder(
    id="penalty_tier",
    title="Penalty tier",
    metric="penalty_tier",
    references=REFERENCES,
    rungs=(sdk.Rung("No tier", needs={"penalty_points": FIRST_TIER}), *map(_rung, TAKEN)),
)
"""The tier that the points alone give; where Shopee reports another one, Shopee's counts."""

WORDS = (
    sdk.word("No tier", "pass"),
    *(
        sdk.word(
            f"Tier {tier}",
            "fail",
            severity=_SEVERITIES.get(tier, sdk.Severity.CRITICAL),
            health=health,
            says=f"As published in 2019: {TAKEN[tier]}.",
        )
        for tier, health in zip(TAKEN, ("0.5", "0.4", "0.3", "0.1", "0"), strict=True)
    ),
)
"""What the tier that Shopee itself names means."""

_days = partial(sdk.figure, unit="days", trust="reported")
_everywhere = partial(
    _days,
    "2019-01-23",
    value="28",
    source="vietnam-2025",
    note="The first day is not published; the punishments in Shopee's example of October 2024 last 28 days.",
)
_vietnam = partial(_days, "2025-10-06", source="vietnam-2025", sites=("VN",))

LENGTHS = (
    *(_everywhere(name=f"tier-{tier}-days") for tier in range(1, 6)),
    _vietnam(name="tier-1-days", value="7"),
    _vietnam(name="tier-2-days", value="14"),
)
"""How long a punishment of a tier lasts; the points outlive it."""

RESTRICTIONS = (
    *LENGTHS,
    sdk.figure(
        "2025-10-06",
        name="listing-limit",
        value="50",
        unit="listings",
        sites=("VN",),
        trust="reported",
        source="vietnam-2025",
    ),
    sdk.figure(
        "2024-11-05",
        name="order-cap-rate",
        value="10",
        unit="percent",
        trust="suggested",
        source="definitions",
        note="Undated, country not stated: from this late shipment or non-fulfilment rate on a shop at risk"
        " may get a cap on its orders of seven days.",
    ),
)
"""What is known of punishments beside their length."""

_reset = partial(
    sdk.recurring,
    name=RESET,
    kind="release",
    weekday="monday",
    source="reset",
    trust="reported",
    says="The penalty points of the quarter are wiped; punishments run on to their own end.",
    resets_to="0",
)
CALENDAR = (
    _reset("2019-01-23", months=(1, 4, 7, 10), week=1),
    _reset("2025-12-29", months=(3, 6, 9, 12), week=-1, sites=("PH",)),
    sdk.recurring(
        "2019-01-23",
        name="weekly-evaluation",
        kind="review",
        weekday="monday",
        source="reset",
        trust="reported",
        says="Shopee evaluates the week before and issues new points.",
    ),
)
