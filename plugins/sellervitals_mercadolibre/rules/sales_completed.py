"""Completed sales: whether there are enough for a colour, and which window they lead to."""

from sellervitals import plugin as sdk
from sellervitals_mercadolibre.sources import cite
from sellervitals_mercadolibre.windows import WINDOWS

RULE = sdk.Rule(
    id="mercadolibre.sales-completed",
    title="Completed sales",
    why="Without 10 sales in 365 days there is no colour, and buyers see a seller without a reputation.",
    metric="sales_completed",
    severity=sdk.Severity.LOW,
    limits=(
        sdk.limit(
            "2023-02-23",
            announced="2023-02-23",
            must_be="at_least",
            warn="10",
            warn_trust="suggested",
            source="cross-border",
            note="The first colour takes 10 sales within 365 days, by an undated page for cross-border"
            " sellers. Its first day is not published; the table starts with the page on reputation of that"
            " day.",
        ),
    ),
    figures=WINDOWS,
    steps=(
        sdk.step("deliver-first-sales", "low", "operations", channel="Sales > To dispatch", days=0)(
            "Ship every sale on the day it is due: each of the first ones weighs most."
        ),
        sdk.step("safe-listings", "low", "catalog", channel="Listings")(
            "List what is in stock and easy to describe first, and leave delicate items for later."
        ),
        sdk.step("answer-at-once", "low", "customer_service", channel="Sales > Claims", days=0)(
            "Answer questions and claims on the same day: of ten sales, one claim is already 10 %."
        ),
    ),
    references=cite("cross-border", "thermometer", "global-reputation"),
    since="0.1",
)
