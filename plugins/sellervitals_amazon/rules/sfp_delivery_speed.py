"""Seller Fulfilled Prime, delivery speed: how many views of Prime pages promise fast delivery, by size."""

from sellervitals import plugin as sdk
from sellervitals_amazon.prime import PRIME, SAVE_DASHBOARD
from sellervitals_amazon.sources import cite

UNDATED = "In force until 5 July 2026; its first day is not published, the table starts with 2024."


def shown(since: str, segment: str, share: str, note: str = "") -> sdk.Limit:
    """Ask for a share of page views in the US; several third parties agree on all of them."""
    return sdk.limit(
        since,
        announced=since,
        segment=segment,
        sites=("US",),
        must_be="at_least",
        fail=sdk.percent(share),
        trust="reported",
        source="prime-speed",
        note=note,
    )


RULE = sdk.Rule(
    id="amazon.sfp-delivery-speed",
    title="Seller Fulfilled Prime: delivery speed",
    why="Below the share of fast promises Amazon takes the Prime badge off.",
    metric="sfp_delivery_speed",
    programme=PRIME,
    severity=sdk.Severity.MEDIUM,
    limits=(
        shown("2024-01-01", "standard-1d", "30", UNDATED),
        shown("2024-01-01", "standard-2d", "70", UNDATED),
        shown("2024-01-01", "standard-5d", "90", UNDATED),
        shown("2024-01-01", "oversize-1d", "10", UNDATED),
        shown("2024-01-01", "extra-large-2d", "15", UNDATED),
        shown("2026-07-06", "standard-1d", "40"),
        shown("2026-07-06", "standard-2d", "75"),
        shown("2026-07-06", "standard-5d", "90"),
        shown("2026-07-06", "oversize-1d", "15"),
        shown("2026-07-06", "oversize-5d", "80"),
        shown("2026-07-06", "extra-large-2d", "25"),
        shown("2026-07-06", "extra-large-5d", "60"),
    ),
    steps=(
        SAVE_DASHBOARD,
        sdk.step("pause-slow", "low", "catalog")("Switch Prime off for SKUs and regions that are too far."),
        sdk.step("order-cut-off", "medium", "operations", channel="Shipping Settings")(
            "Take orders as late in the day as warehouse and carrier keep it; have weekend pick-up."
        ),
        sdk.step("faster-zones", "medium", "purchasing")("Buy a faster service for the zones that are slow."),
        sdk.step("place-stock", "high", "management")("Place stock nearer to most of the page views."),
    ),
    references=cite("prime-speed", "prime-checklist", "handling-time"),
    since="0.1",
)
