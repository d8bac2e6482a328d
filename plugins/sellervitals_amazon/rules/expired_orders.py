"""Expired orders: past their ship-by date, neither shipped nor confirmed; Amazon cancels them itself."""

from sellervitals import plugin as sdk
from sellervitals_amazon.judging.expiry import FIGURES, judge
from sellervitals_amazon.sources import cite

RULE = sdk.Rule(
    id="amazon.expired-orders",
    title="Expired orders",
    why="Amazon cancels them by itself, and each then counts in the cancellation rate as the seller's own.",
    metric="expired_orders",
    severity=sdk.Severity.LOW,
    evaluate=judge,
    limits=(
        sdk.limit(
            "2015-01-01",
            announced="2015-01-01",
            must_be="at_most",
            fail="0",
            trust="suggested",
            source="expired-orders",
            note="Its first day is not published; the table starts with 2015. 0 is suggested: Amazon's rule"
            " is the cancellation, not a number.",
        ),
    ),
    figures=FIGURES,
    steps=(
        sdk.step("ship-or-cancel", "medium", "operations", channel="Manage Orders", days=0)(
            "Ship and confirm everything past its ship-by date today; cancel what cannot be shipped."
        ),
        sdk.step("work-from-list", "low", "operations", channel="Manage Orders")(
            "Work from the list of unshipped orders every day, not from the notification mails."
        ),
        sdk.step("confirm-at-pickup", "high", "engineering", keep="the carrier's receipts")(
            "Let the carrier's pick-up confirm the shipment, so that a shipped order cannot expire."
        ),
        sdk.step("holidays", "low", "operations", channel="Account Settings > Vacation")(
            "Set listings inactive before holidays and absences."
        ),
    ),
    references=cite("expired-orders", "expired-orders-2020", "expired-orders-three-days"),
    since="0.1",
)
