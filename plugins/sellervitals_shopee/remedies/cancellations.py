"""What to do against cancelled orders: stock that is there, prices that are right, buyers left alone."""

from __future__ import annotations

from sellervitals import plugin as sdk

CAUSE = (
    sdk.step("list-cancelled", "low", "operations", channel="Seller Centre > My Orders > Cancellation")(
        "List the cancelled orders of the week by item and by reason."
    ),
    sdk.step("pause-unsure-stock", "low", "catalog", days=0)(
        "Set the stock of items that you cannot vouch for to 0 until it is counted."
    ),
    sdk.step("sync-stock", "medium", "engineering")(
        "Update stock at least every hour and hold back a reserve of fast sellers."
    ),
)
GENERAL = (
    sdk.step("mend-listings", "low", "catalog")(
        "Correct wrong prices and delivery areas that force you to cancel."
    ),
    sdk.step("never-ask-the-buyer", "low", "customer_service")(
        "Never ask a buyer to cancel: Shopee counts that as a violation of its own."
    ),
    sdk.step("replace-with-consent", "low", "customer_service", keep="the buyer's consent in the chat")(
        "Send another item in place of a missing one only when the buyer agreed in the chat."
    ),
)
STEPS = (*CAUSE, *GENERAL)
