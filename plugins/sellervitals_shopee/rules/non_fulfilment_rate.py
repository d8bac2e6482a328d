"""Non-fulfilment rate: orders cancelled, returned or refunded through the seller's fault."""

from sellervitals import plugin as sdk
from sellervitals_shopee.judging.period import judge
from sellervitals_shopee.limits.example import example
from sellervitals_shopee.remedies.cancellations import CAUSE as CANCELLED
from sellervitals_shopee.remedies.cancellations import GENERAL
from sellervitals_shopee.remedies.returns import CAUSE as RETURNED
from sellervitals_shopee.sources import cite

RULE = sdk.Rule(
    id="shopee.non-fulfilment-rate",
    title="Non-fulfilment rate",
    why="A week above the target brings penalty points, and points bring tiers with fewer rights.",
    metric="non_fulfilment_rate",
    severity=sdk.Severity.HIGH,
    evaluate=judge,
    limits=(
        sdk.limit(
            "2019-02-01",
            announced="2019-02-01",
            until="2024-11-04",
            must_be="below",
            fail=sdk.percent("6"),
            trust="suggested",
            source="malaysia-2019",
            sites=("MY",),
            note="The first day is not published. Below 5 % for shops with more than 75 orders in 30 days.",
        ),
        example(must_be="below", fail=sdk.percent("10")),
        sdk.limit(
            "2024-11-05",
            announced="2024-11-05",
            must_be="below",
            fail=sdk.percent("10"),
            trust="suggested",
            source="vietnam",
            sites=("VN",),
            note="Undated: the first day is not published. Points at 10 % or more over the last 7 days.",
        ),
    ),
    causes={"cancellation_rate": CANCELLED, "return_refund_rate": RETURNED},
    figures=(
        sdk.figure(
            "2023-09-04",
            name="rate-of-more-points",
            value="60",
            unit="percent",
            sites=("PH",),
            trust="suggested",
            source="philippines-2023",
            note="From this rate on 2 or 3 points instead of 1.",
        ),
    ),
    steps=GENERAL,
    references=cite("account-health", "definitions", "malaysia-2019", "vietnam", "philippines-2023"),
    since="0.1",
)
