"""Storage rates of the United States: base storage, the range of the utilization surcharge, who pays it."""

from __future__ import annotations

from functools import partial

from sellervitals import plugin as sdk

_base = partial(sdk.figure, "2024-04-01", unit="USD per cubic foot and month", sites=("US",))
_third = partial(sdk.figure, "2024-04-01", sites=("US",), trust="reported")
_RANGE = "The full table by tier and ratio is not published; amounts are Amazon's own, from the report."

FIGURES = (
    _base(name="base-storage-standard-january-to-september", value="0.78", source="storage-2024"),
    _base(name="base-storage-standard-october-to-december", value="2.40", source="storage-2024"),
    _base(name="base-storage-bulky-january-to-september", value="0.56", source="storage-2024"),
    _base(name="base-storage-bulky-october-to-december", value="1.40", source="storage-2024"),
    _base(
        name="storage-utilization-rate-at-26-and-a-half-weeks",
        value="0.44",
        source="storage-fee-report",
        note=_RANGE,
    ),
    _third(
        name="storage-utilization-highest-rate",
        value="1.88",
        unit="USD per cubic foot and month",
        source="fee-card",
        note=_RANGE,
    ),
    sdk.figure(
        "2024-04-01",
        name="storage-utilization-free-age",
        value="30",
        unit="days in stock; only older stock is charged",
        sites=("US",),
        source="storage-2024",
    ),
    _third(
        name="storage-utilization-smallest-volume",
        value="25",
        unit="cubic feet on average a day in the size tier",
        source="storage-utilization",
        note="Charged are Professional sellers alone, from 365 days after their first FBA shipment on.",
    ),
)
