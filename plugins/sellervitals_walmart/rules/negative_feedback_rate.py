"""Negative feedback rate: orders with one or two stars for item or seller, over 60 days."""

from sellervitals import plugin as sdk
from sellervitals_walmart.remedies.feedback import BY_CAUSE
from sellervitals_walmart.sources import cite
from sellervitals_walmart.standards import KEEP_PROOF, UNKNOWN_START

RULE = sdk.Rule(
    id="walmart.negative-feedback-rate",
    title="Negative feedback rate",
    why="Above the standard, which Walmart enforces since early 2026, listings may be taken down.",
    metric="negative_feedback_rate",
    severity=sdk.Severity.HIGH,
    minimum_sample=50,  # fewer orders cannot bear a single bad review
    limits=(
        sdk.limit(
            "2026-01-01",
            announced="2026-01-01",
            sites=("US",),
            must_be="at_most",
            fail=sdk.percent("2"),
            warn=sdk.percent("1.5"),
            source="feedback",
            note=f"{UNKNOWN_START} it is enforced since early 2026.",
        ),
    ),
    causes=BY_CAUSE,
    steps=(
        KEEP_PROOF,
        sdk.step("largest-driver", "low", "catalog", channel="Seller Center > Performance", days=2)(
            "Read the reviews behind the largest driver, item by item."
        ),
        sdk.step("answer-reviews", "low", "customer_service", days=2)(
            "Answer the reviews in public, briefly and with the solution; never offer anything for a change."
        ),
        sdk.step("fix-listing", "medium", "catalog", channel="Seller Center > Catalog")(
            "Put the listings right whose text or pictures the reviews contradict."
        ),
        sdk.step("ask-for-removal", "low", "compliance", channel="Seller Center > Help", keep="the review")(
            "Ask Walmart to remove reviews only where they break its rules, such as insults."
        ),
    ),
    references=cite("feedback", "new-endpoints"),
    since="0.1",
)
