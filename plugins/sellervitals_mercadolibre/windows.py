"""From how many sales on the short window counts: figures to read; the delivered period always decides."""

from __future__ import annotations

from sellervitals import plugin as sdk

_NOTE = "State of September 2026; its first day is not published. The period in the report decides."


def _window(days: int, sales: str, *sites: str, trust: str = "reported", note: str = _NOTE) -> sdk.Figure:
    return sdk.figure(
        "2023-04-19",
        name=f"sales-for-{days}-days",
        value=sales,
        unit=f"sales in {days} days; with fewer, 365 days count",
        sites=sites,
        source="thermometer",
        trust=trust,
        note=note,
    )


WINDOWS = (
    _window(60, "50", "MLA"),
    _window(60, "60", "MLB", "MCO"),
    _window(60, "40", "MLM", "MLC"),
    _window(120, "25", "MLU", trust="disputed", note=f"{_NOTE} One official page says 41."),
    sdk.figure(
        "2023-02-23",
        name="orders-for-the-short-window",
        value="40",
        unit="orders of all time; cross-border sellers with fewer are measured by all of them",
        source="global-reputation",
        note="Else three months and the running one, by the page of 23 February 2023.",
    ),
)
