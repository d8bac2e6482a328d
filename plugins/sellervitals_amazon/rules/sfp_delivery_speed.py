"""Seller Fulfilled Prime, delivery speed: how many views of Prime pages promise fast delivery, by size."""

from decimal import Decimal
from functools import partial

from sellervitals import plugin as sdk
from sellervitals_amazon.programmes.prime import PRIME, SAVE_DASHBOARD
from sellervitals_amazon.sources import cite

UNDATED = "In force until 5 July 2026; its first day is not published, the table starts with 2024."


# several third parties agree on all of them
shown = partial(sdk.limit, must_be="at_least", sites=("US",), trust="reported", source="prime-speed")
before = partial(shown, "2024-01-01", announced="2024-01-01", note=UNDATED)
now = partial(shown, "2026-07-06", announced="2026-07-06")


def judge(case: sdk.Case) -> sdk.Verdict:
    """Compare; a share that is reached is in full health, for nobody promises one day on every page."""
    verdict = sdk.compare(case)
    return verdict._replace(health=Decimal(1)) if verdict.outcome is sdk.Outcome.PASS else verdict


RULE = sdk.Rule(
    id="amazon.sfp-delivery-speed",
    title="Seller Fulfilled Prime: delivery speed",
    why="Below the share of fast promises Amazon takes the Prime badge off.",
    metric="sfp_delivery_speed",
    programme=PRIME,
    severity=sdk.Severity.MEDIUM,
    evaluate=judge,
    limits=(
        before(segment="standard-1d", fail=sdk.percent("30")),
        before(segment="standard-2d", fail=sdk.percent("70")),
        before(segment="standard-5d", fail=sdk.percent("90")),
        before(segment="oversize-1d", fail=sdk.percent("10")),
        before(segment="extra-large-2d", fail=sdk.percent("15")),
        now(segment="standard-1d", fail=sdk.percent("40")),
        now(segment="standard-2d", fail=sdk.percent("75")),
        now(segment="standard-5d", fail=sdk.percent("90")),
        now(segment="oversize-1d", fail=sdk.percent("15")),
        now(segment="oversize-5d", fail=sdk.percent("80")),
        now(segment="extra-large-2d", fail=sdk.percent("25")),
        now(segment="extra-large-5d", fail=sdk.percent("60")),
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
