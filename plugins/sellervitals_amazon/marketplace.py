"""Amazon's stores and metrics."""

from sellervitals import plugin as sdk
from sellervitals_amazon.scorecard import SCORECARD

METRICS = (
    sdk.Metric(
        id="order_defect_rate",
        title="Order defect rate",
        unit=sdk.Unit.RATIO,
        better=sdk.Better.LOWER,
        window_days=60,
        segments=("mfn", "afn"),
        numerator="orders with defects",
        denominator="orders",
    ),
)

AMAZON = sdk.Marketplace(
    id="amazon",
    title="Amazon",
    metrics=METRICS,
    scorecard=SCORECARD,
    sites={"US": "United States"},
)
