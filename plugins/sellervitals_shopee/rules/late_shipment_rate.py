"""Late shipment rate: orders shipped after their ship-by date, by country, seller and day."""

from sellervitals import plugin as sdk
from sellervitals_shopee.judging.period import judge
from sellervitals_shopee.limits.late_shipments import LIMITS
from sellervitals_shopee.remedies.late_dispatch import STEPS
from sellervitals_shopee.sources import cite

RULE = sdk.Rule(
    id="shopee.late-shipment-rate",
    title="Late shipment rate",
    why="A week above the target brings penalty points, and points bring tiers with fewer rights.",
    metric="late_shipment_rate",
    severity=sdk.Severity.HIGH,
    evaluate=judge,
    limits=LIMITS,
    steps=STEPS,
    references=cite(
        "account-health",
        "definitions",
        "malaysia-2019",
        "indonesia",
        "singapore-2026",
        "cross-border-2024",
        "fast-handover",
    ),
    since="0.1",
)
