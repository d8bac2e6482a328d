"""Return dissatisfaction rate: valid return requests answered late, wrongly refused or disliked."""

from sellervitals import plugin as sdk
from sellervitals_amazon.sources import cite

RULE = sdk.Rule(
    id="amazon.return-dissatisfaction-rate",
    title="Return dissatisfaction rate",
    why="No sanction is known, but such returns end as A-to-z claims and negative feedback, which count.",
    metric="return_dissatisfaction_rate",
    severity=sdk.Severity.LOW,
    limits=(
        sdk.limit(
            "2020-01-01",
            announced="2020-01-01",
            must_be="below",
            fail=sdk.percent("10"),
            trust="reported",
            source="return-dissatisfaction",
            note="Its first day is not published; the table starts with 2020. Three third parties agree on"
            " 10 %; Amazon's own page was not found.",
        ),
    ),
    steps=(
        sdk.step("authorise-returns", "low", "customer_service", channel="Manage Returns", days=2)(
            "Answer every open return request within 48 hours of its arrival, oldest first."
        ),
        sdk.step("authorise-by-rule", "low", "operations", channel="Return Settings")(
            "Let requests inside the return policy be authorised automatically."
        ),
        sdk.step("refund-promptly", "low", "customer_service", keep="date of receipt and of the refund")(
            "Refund as soon as the parcel is back, instead of waiting for the buyer to ask."
        ),
        sdk.step("refuse-nothing-valid", "low", "customer_service")(
            "Refuse no request that the policy covers; a wrongly refused one counts even when refunded later."
        ),
        sdk.step("explain-refusals", "low", "customer_service", keep="the message to the buyer")(
            "Where you must refuse, write to the buyer why and offer what you can."
        ),
    ),
    references=cite("return-dissatisfaction", "return-dissatisfaction-second"),
    since="0.1",
)
