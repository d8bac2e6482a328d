"""What to do against returns, refunds, claims and disputes."""

from sellervitals import plugin as sdk

STEPS = (
    sdk.step(
        "answer-open-claims", "medium", "customer_service", days=0, keep="what was sent, and the answers"
    )("Answer every open claim before its own deadline, with the smallest offer that is fair to the buyer."),
    sdk.step("rank-items", "low", "catalog")(
        "Rank your items by cases per hundred sold, and look at the worst first."
    ),
    sdk.step("read-reasons", "low", "customer_service")(
        "Sort the cases by reason: not received, wrong item, damaged, not as described."
    ),
    sdk.step("correct-or-stop", "medium", "catalog", keep="what was changed and when")(
        "Correct title, pictures and sizes of the worst items, or take them off sale."
    ),
    sdk.step("pack-and-check", "medium", "operations")(
        "Pack better where things break, and check each parcel against its order where things are mixed up."
    ),
    sdk.step("ask-to-leave-out", "low", "customer_service", keep="proof of delivery, photos")(
        "Where the carrier or the buyer was at fault, ask the marketplace to leave the case out, with proof."
    ),
)
