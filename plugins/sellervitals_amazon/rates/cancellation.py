"""What a cancelled order costs in India: a share of its referral fee."""

from __future__ import annotations

from sellervitals import plugin as sdk

FIGURES = tuple(
    sdk.figure(
        "2015-01-01",
        name=name,
        value=value,
        unit="percent of the referral fee of a cancelled order",
        source="cancellation-india",
        sites=("IN",),
        note="Its first day is not published; the table starts with 2015.",
    )
    for name, value in (
        ("cancellation-charge", "100"),
        ("cancellation-charge-after-the-expected-ship-date", "150"),
    )
)
