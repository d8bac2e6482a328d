"""Acme's scale of standing, computed from the late rate: a few late parcels spoil nothing."""

from sellervitals import plugin as sdk

GOLD = sdk.limit("2026-01-01", must_be="below", fail=sdk.percent("2"), allowed=3, source="standing")
PLAIN = sdk.limit("2026-01-01", must_be="below", fail=sdk.percent("8"), source="standing")

STANDINGS = sdk.Ladder(
    id="standing",
    title="Standing",
    metric="standing",
    rungs=(
        sdk.Rung("GOLD", needs={"late_rate": (GOLD,)}),
        sdk.Rung("PLAIN", needs={"late_rate": (PLAIN,)}),
        sdk.Rung("SUSPENDED"),
    ),
    references={"standing": sdk.Reference("How standing is made")},
)
