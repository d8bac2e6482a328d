"""What a lost colour costs and how long one is lent: figures to read, which judge nobody."""

from __future__ import annotations

from sellervitals import plugin as sdk

_REVENUE = "percent of a week's revenue lost on falling to yellow or orange"
_TOLD = "What practitioners tell; undated."

STAKES = (
    sdk.figure(
        "2023-04-12",
        name="benefit-days",
        value="120",
        unit="days at most that the reputation benefit lends a colour",
        sites=("MLA", "MLB", "MLM", "MLC", "MCO"),
        source="benefit",
        trust="reported",
        note="For sellers without a colour or with red, orange or yellow. Its first day is not published.",
    ),
    sdk.figure(
        "2023-04-12",
        name="revenue-lost-at-least",
        value="20",
        unit=_REVENUE,
        source="revenue",
        trust="suggested",
        note=_TOLD,
    ),
    sdk.figure(
        "2023-04-12",
        name="revenue-lost-at-most",
        value="60",
        unit=_REVENUE,
        source="revenue",
        trust="suggested",
        note=_TOLD,
    ),
)
