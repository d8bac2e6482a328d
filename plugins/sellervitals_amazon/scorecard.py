"""What the Amazon score is made of: weight by rule id."""

from sellervitals import plugin as sdk

SCORECARD = sdk.Scorecard(
    version="amazon-2026.1",
    weights={
        "amazon.order-defect-rate": 15,
    },
)
