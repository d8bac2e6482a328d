"""What to do against order defects: by bad feedback, claims and chargebacks, and whatever the cause."""

from __future__ import annotations

from collections.abc import Mapping

from sellervitals import plugin as sdk

_FEEDBACK = (
    sdk.step("sort-feedback", "low", "customer_service", channel="Performance > Feedback Manager")(
        "Read every one- and two-star feedback and sort it: delivery, product page, product, service."
    ),
    sdk.step(
        "request-removal",
        "low",
        "customer_service",
        channel="Feedback Manager",
        keep="answer to each request",
    )(
        "Ask Amazon to remove feedback that breaks its feedback rules, or that blames the delivery of an FBA"
        " order."
    ),
    sdk.step("solve-then-ask", "medium", "customer_service", keep="the messages")(
        "Solve the buyer's problem first, then ask once and neutrally; never pay or press for a change."
    ),
    sdk.step("correct-what-misled", "medium", "catalog", keep="what was changed and when")(
        "Correct the page and stock errors that the feedback names."
    ),
    sdk.step("watch-roll-off", "low", "customer_service", keep="date of each order behind a defect")(
        "Note when each order leaves the 60 days: its own date counts, not that of the feedback. The report"
        " shows it about two weeks later."
    ),
)

_CLAIMS = (
    sdk.step(
        "answer-claims", "medium", "customer_service", channel="Orders > A-to-z claims", keep="what you sent"
    )("Answer each open claim before its own deadline, with tracking, photos and messages."),
    sdk.step("refund-at-once", "low", "customer_service", days=0, keep="proof of each refund")(
        "Refund today wherever the buyer is right."
    ),
    sdk.step("appeal-claims", "medium", "customer_service", keep="delivery proof of each order")(
        "Appeal claims that were granted wrongly, with the proof of delivery; a denied one does not count."
    ),
    sdk.step("sign-and-insure", "medium", "operations", keep="signatures and insurance receipts")(
        "Ship dear items signed for or insured, and buy labels through Buy Shipping, which protects."
    ),
    sdk.step("accept-returns", "low", "customer_service", channel="Manage Returns", days=2)(
        "Accept return requests within 48 hours, before they turn into claims."
    ),
)

_CHARGEBACKS = (
    sdk.step("prove-delivery", "medium", "finance", keep="proof of delivery and of contact with the buyer")(
        "Send proof of delivery and of your contact with the buyer before the due date of each chargeback."
    ),
    sdk.step("refund-service-cases", "low", "finance", keep="proof of each refund")(
        "Refund service cases directly: not received, damaged, refund not given. Fraud cases do not count."
    ),
    sdk.step("clear-billing-name", "low", "finance")(
        "Make the name on the buyer's bill and your contact for service easy to recognise."
    ),
    sdk.step("given-address", "low", "operations", keep="label of each parcel")(
        "Ship only to the address that Amazon gives."
    ),
)

CAUSES: Mapping[str, tuple[sdk.Step, ...]] = {
    "negative feedback": _FEEDBACK,
    "A-to-z claims": _CLAIMS,
    "chargebacks": _CHARGEBACKS,
}

STEPS = (
    sdk.step("list-defects", "low", "customer_service", channel="Account Health > Order Defect Rate")(
        "List the orders behind the defects by feedback, claim and chargeback, and by SKU."
    ),
    sdk.step("solve-open-cases", "medium", "customer_service", days=0, keep="delivery proof, messages")(
        "Refund or replace in every open case today, before the claim is granted."
    ),
    sdk.step("stop-worst-skus", "low", "catalog")(
        "Take the one or two SKUs with most defects off sale until they are fixed."
    ),
    sdk.step("answer-in-a-day", "medium", "customer_service", days=1)(
        "Answer every buyer message within 24 hours, weekends included."
    ),
    sdk.step("quiz-or-appeal", "medium", "management", channel="Account Health banner", days=0)(
        "Take the quiz if the banner offers one, today: a copy of the help text gives it 72 hours. Passing it"
        " replaces the plan of action; without one, appeal there."
    ),
    sdk.step("fix-cause", "high", "operations", keep="what was changed and when")(
        "Fix the shared cause: page text, packing, carrier or supplier."
    ),
    sdk.step("move-to-fba", "high", "operations")(
        "Move SKUs that stay weak to FBA: claims count for orders that you ship yourself."
    ),
)
