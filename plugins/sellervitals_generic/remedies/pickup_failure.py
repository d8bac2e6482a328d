"""What to do against pick-ups that fail."""

from sellervitals import plugin as sdk

STEPS = (
    sdk.step("list-failed-days", "low", "operations", keep="the list, with what the driver said")(
        "List the pick-ups that failed, with day, hour and reason."
    ),
    sdk.step("book-when-ready", "low", "operations")(
        "Book only hours at which the parcels are packed and somebody is there."
    ),
    sdk.step("check-contact", "low", "operations", days=0)(
        "Check address, entrance and telephone number that the driver is given."
    ),
    sdk.step("drop-off", "medium", "operations")(
        "Bring parcels to the drop-off on days on which it is not certain."
    ),
    sdk.step("dispute-no-shows", "low", "operations", keep="chat or call with the carrier")(
        "Dispute pick-ups that the driver missed, with the chat or the call."
    ),
)
