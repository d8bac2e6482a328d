"""Business-hours delivery rate: what business buyers in Germany get delivered while they are open."""

from functools import partial

from sellervitals import plugin as sdk
from sellervitals_amazon.remedies.late_deliveries import STEPS
from sellervitals_amazon.sources import cite

measured = partial(
    sdk.limit, announced="2026-09-30", sites=("DE",), must_be="at_least", source="on-time-germany"
)

RULE = sdk.Rule(
    id="amazon.business-hours-delivery-rate",
    title="Business-hours delivery rate",
    why="Below 90 % the listings are at stake as far as business buyers see them.",
    metric="business_hours_delivery_rate",
    severity=sdk.Severity.MEDIUM,
    programme="Amazon Business",
    limits=(
        measured(
            "2026-09-30",
            warn=sdk.percent("90"),
            warn_trust="reported",
            note="Reported by one third party; without consequence until 30 October 2026.",
        ),
        measured(
            "2026-10-30",
            fail=sdk.percent("90"),
            trust="reported",
            note="Reported by one third party, with the start of 30 September 2026.",
        ),
    ),
    steps=(
        *STEPS[:2],
        sdk.step("open-hours-carrier", "medium", "purchasing")(
            "Choose a carrier or service that delivers to businesses while they are open."
        ),
        STEPS[4],
    ),
    references=cite("on-time-germany"),
    since="0.1",
)
