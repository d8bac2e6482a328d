"""Refund rate: units refunded by units ordered, an early sign of a bad page or a bad batch."""

from sellervitals import plugin as sdk
from sellervitals_amazon.judging import trend
from sellervitals_amazon.sources import cite

RULE = sdk.Rule(
    id="amazon.refund-rate",
    title="Refund rate",
    why="Refunds come before claims and bad feedback, and cost the sale; Amazon sets no target.",
    metric="refund_rate",
    severity=sdk.Severity.LOW,
    evaluate=trend.judge,
    steps=(
        sdk.step("find-skus", "low", "operations", channel="Return reports")(
            "Find the SKUs with most refunds and read the reasons buyers gave."
        ),
        sdk.step("correct-page", "low", "catalog")("Correct page, size chart and images where they mislead."),
        sdk.step("inspect-batch", "medium", "operations", keep="photos of the inspected units")(
            "Inspect a sample of the stock and pull a bad batch."
        ),
        sdk.step("better-packing", "medium", "operations")("Improve packing where units arrive damaged."),
    ),
    references=cite("sales-report"),
    since="0.1",
)
