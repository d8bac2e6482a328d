"""What to do against chats that wait: clear the queue, cover the hours, need fewer questions."""

from __future__ import annotations

from sellervitals import plugin as sdk

STEPS = (
    sdk.step("clear-queue", "low", "customer_service", channel="Seller Centre > Chat", days=0)(
        "Answer every open chat now, oldest first."
    ),
    sdk.step("assign-shifts", "medium", "management")(
        "Assign shifts that cover the hours in which buyers write, weekends too."
    ),
    sdk.step("quick-replies", "low", "customer_service")(
        "Prepare quick replies that really answer; an empty holding message helps no buyer."
    ),
    sdk.step("mend-asked-listings", "medium", "catalog")(
        "Put into the listing what buyers keep asking about it."
    ),
    sdk.step("watch-daily", "low", "customer_service")("Look at the number of unanswered chats every day."),
)
