"""Shop performance: Shopee's overall rating, from Poor to Excellent; how it is made is not published."""

from sellervitals import plugin as sdk
from sellervitals_shopee.sources import cite

RULE = sdk.Rule(
    id="shopee.shop-performance-level",
    title="Shop performance",
    why="It is Shopee's own judgement of the shop over all targets that it misses.",
    metric="shop_performance_level",
    severity=sdk.Severity.HIGH,
    words=(
        sdk.word("Excellent", "pass"),
        sdk.word("Good", "pass"),
        sdk.word("ImprovementNeeded", "warn", severity="medium", says="Shopee asks for improvement."),
        sdk.word("Poor", "fail", says="It is the lowest of the four ratings."),
    ),
    steps=(
        sdk.step("list-missed", "low", "management", channel="Seller Centre > Account Health")(
            "List the metrics that miss their target; those of orders first: they bring points every week."
        ),
        sdk.step("mend-worst", "high", "operations")(
            "Put right the one that is furthest from its target, by its own steps."
        ),
        sdk.step("fetch-details", "low", "engineering", channel="get_metric_source_detail")(
            "Fetch the orders or listings behind each missed metric and post them here."
        ),
        sdk.step("look-on-tuesday", "low", "management")(
            "Look again on the day after the next evaluation, which is on Monday."
        ),
    ),
    references=cite("account-health", "reset"),
    since="0.1",
)
