"""The days that eBay evaluates on."""

from sellervitals import plugin as sdk

EVALUATION = sdk.recurring(
    "2016-02-20",
    name="evaluation",
    kind="review",
    day=20,
    source="standards",
    says="eBay evaluates the seller level and sets it anew.",
    note="The 20th of every month; since when is not published, the table starts with the standards of 2016.",
)
"""Of the seller standards."""

SERVICE_EVALUATION = sdk.recurring(
    "2018-09-20",
    name="service-evaluation",
    kind="review",
    day=20,
    source="service-metrics",
    says="eBay evaluates the service metrics; a rating of Very High takes effect after it.",
    note="The 20th of every month, since the service metrics began in autumn 2018.",
)
"""Of the service metrics."""
