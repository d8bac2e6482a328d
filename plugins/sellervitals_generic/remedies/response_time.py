"""What to do against slow answers."""

from sellervitals import plugin as sdk

STEPS = (
    sdk.step("clear-queue", "medium", "customer_service", days=0)(
        "Answer everything that is waiting, oldest first, today."
    ),
    sdk.step("cover-hours", "medium", "management")(
        "Give somebody the inbox for all the hours that are counted, weekends included where they are."
    ),
    sdk.step("real-replies", "low", "customer_service")(
        "Prepare replies that answer the usual questions; an empty holding message helps nobody, and"
        " some marketplaces do not count it."
    ),
    sdk.step("fewer-questions", "medium", "catalog")("Mend the listings that most questions are about."),
    sdk.step("watch-daily", "low", "customer_service")(
        "Look at the unanswered ones each evening until a full window is clean."
    ),
)
