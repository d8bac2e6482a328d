"""Fast handover rate: parcels handed over by the date of fast handover."""

from sellervitals import plugin as sdk
from sellervitals_shopee.judging.period import judge
from sellervitals_shopee.limits.example import example
from sellervitals_shopee.remedies.late_dispatch import STEPS
from sellervitals_shopee.sources import cite

RULE = sdk.Rule(
    id="shopee.fast-handover-rate",
    title="Fast handover rate",
    why="Preferred sellers are reported to get a penalty point for each week below 80 %.",
    metric="fast_handover_rate",
    severity=sdk.Severity.MEDIUM,
    evaluate=judge,
    limits=(
        example(must_be="at_least", fail=sdk.percent("60")),
        sdk.limit(
            "2026-05-11",
            announced="2026-03-16",
            must_be="at_least",
            fail=sdk.percent("80"),
            trust="suggested",
            source="fast-handover",
            segment="preferred",
            note="For preferred sellers; reported by one source.",
        ),
    ),
    steps=STEPS,
    references=cite("account-health", "fast-handover"),
    since="0.1",
)
